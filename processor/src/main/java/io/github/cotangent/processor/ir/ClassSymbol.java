package io.github.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A class that code refers to.
 *
 * @param packageName its package, empty for the unnamed one
 * @param names its name after those of the classes around it: {@code [Outer, Inner]}
 */
public record ClassSymbol(String packageName, List<String> names) {

    public ClassSymbol {
        names = List.copyOf(names);
    }

    public ClassSymbol nested(String name) {
        List<String> inner = new ArrayList<>(names);
        inner.add(name);
        return new ClassSymbol(packageName, inner);
    }

    /** The class of the derivatives of this one's methods: {@code Outer_InnerDerivatives}. */
    public ClassSymbol companion() {
        return new ClassSymbol(packageName, List.of(String.join("_", names) + "Derivatives"));
    }

    /** The name of a nested class that belongs to a member: {@code WaveVjp} for {@code waveVjp}. */
    public static String capitalized(String member) {
        return member.substring(0, 1).toUpperCase(Locale.ROOT) + member.substring(1);
    }

    /** The canonical name. */
    @Override
    public String toString() {
        String name = String.join(".", names);
        return packageName.isEmpty() ? name : packageName + "." + name;
    }
}
