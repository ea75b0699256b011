package io.github.cotangent.processor.ir;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The methods that calls in tests lead to, by their names: as those see them that call them, and as functions. */
public final class CalledFunctions {

    private static final Map<String, Callee> CALLEES = new ConcurrentHashMap<>();
    private static final Map<String, Function> FUNCTIONS = new ConcurrentHashMap<>();

    private CalledFunctions() {}

    public static void define(Callee callee, Function function) {
        CALLEES.put(callee.toString(), callee);
        FUNCTIONS.put(callee.toString(), function);
    }

    static Callee callee(String name) {
        return CALLEES.get(name);
    }

    static Function function(String name) {
        return FUNCTIONS.get(name);
    }
}
