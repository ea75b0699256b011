package io.github.cotangent.processor.fuzz;

import io.github.cotangent.Dual;
import io.github.cotangent.processor.fuzz.Routine.Parameter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An annotated method and its generated members, as functions of one vector. */
final class Members {

    private final Class<?> owner;
    private final Method function;
    private final Class<?> companion;
    private final Routine routine;
    private final Input input;

    /** A value, and a derivative beside it. */
    record Pair(double[] value, double[] derivative) {}

    Members(Class<?> owner, Class<?> companion, Routine routine, Input input) {
        this.owner = owner;
        this.function = Reflection.method(owner, routine.name()).orElseThrow();
        this.routine = routine;
        this.input = input;
        this.companion = companion;
    }

    boolean has(String suffix) {
        return Reflection.method(companion, routine.name() + suffix).isPresent();
    }

    private boolean isVector() {
        return routine.result() == Type.DOUBLES;
    }

    private boolean hasOutput() {
        return routine.result() == Type.VOID;
    }

    /** How many numbers a differentiable parameter is. */
    int length(Parameter parameter) {
        Object argument = input.arguments().get(routine.parameters().indexOf(parameter));
        return Input.flat(argument).length;
    }

    private List<Object> primals() {
        return input.fresh(owner);
    }

    /** The value, from what was returned or written. */
    private double[] value(Object result, List<Object> primals) {
        if (!hasOutput()) {
            return Input.flat(result);
        }
        List<Object> outputs = new ArrayList<>();
        for (int i = 0; i < primals.size(); i++) {
            if (routine.parameters().get(i).output()) {
                outputs.add(primals.get(i));
            }
        }
        return Input.flat(outputs);
    }

    double[] value() {
        List<Object> primals = primals();
        return value(Reflection.invoke(function, null, primals.toArray()), primals)
                .clone();
    }

    private Object call(String suffix, List<Object> primals, List<Object> more) {
        List<Object> all = new ArrayList<>(primals);
        all.addAll(more);
        Method member = Reflection.method(companion, routine.name() + suffix, all.size())
                .orElseThrow(() -> new AssertionError("no member " + suffix));
        Object result = Reflection.invoke(member, null, all.toArray());
        List<Object> before = primals();
        for (int i = 0; i < primals.size(); i++) {
            boolean same = routine.parameters().get(i).output()
                    || Arrays.deepEquals(new Object[] {primals.get(i)}, new Object[] {before.get(i)});
            if (!same) {
                throw new AssertionError(suffix + " changes its argument " + i);
            }
        }
        return result;
    }

    Pair jvp(double[] direction, int results) {
        List<Object> primals = primals();
        List<Object> more = new ArrayList<>(input.parts(direction));
        if (!isVector() && !hasOutput()) {
            Dual dual = (Dual) call("Jvp", primals, more);
            return new Pair(new double[] {dual.value()}, new double[] {dual.tangent()});
        }
        double[] tangent = filled(results);
        more.add(tangent);
        return new Pair(value(call("Jvp", primals, more), primals), tangent);
    }

    /** The adjoints by {@code Vjp} or {@code VjpAdd}; for the latter, {@code before} is what the buffers hold. */
    Pair vjp(String suffix, double[] seed, double[] before) {
        List<Object> primals = primals();
        List<Object> buffers = buffers(before);
        List<Object> more = new ArrayList<>();
        more.add(isVector() || hasOutput() ? seed : (Object) seed[0]);
        more.addAll(buffers);
        Object result = call(suffix, primals, more);
        return collected(result, primals, buffers);
    }

    private List<Object> buffers(double[] vector) {
        return input.parts(vector).stream().filter(double[].class::isInstance).toList();
    }

    private Pair collected(Object result, List<Object> primals, List<Object> buffers) {
        Object[] returned = result instanceof Record ? Input.components(result) : new Object[] {result};
        int scalar = hasOutput() ? 0 : 1;
        int array = 0;
        List<Object> parts = new ArrayList<>();
        for (Parameter parameter : routine.parameters()) {
            if (parameter.differentiable()) {
                parts.add(parameter.type().isArray() ? buffers.get(array++) : returned[scalar++]);
            }
        }
        return new Pair(value(returned[0], primals), Input.flat(parts));
    }

    /** Of {@code Gradient}; the value is null where there is none. */
    Pair gradient() {
        Object gradient = call("Gradient", primals(), List.of());
        if (!(gradient instanceof Record)) {
            return new Pair(null, Input.flat(gradient));
        }
        List<Object> parts = new ArrayList<>(Arrays.asList(Input.components(gradient)));
        double[] value = Input.flat(parts.remove(0));
        return new Pair(value, Input.flat(parts));
    }

    Pair valueAndGradient(int parameters) {
        double[] gradient = filled(parameters);
        Object value = call("ValueAndGradient", primals(), List.of(gradient));
        return new Pair(Input.flat(value), gradient);
    }

    double[][] matrix(String suffix) {
        return (double[][]) call(suffix, primals(), List.of());
    }

    double[] hvp(double[] direction) {
        if (input.parts(direction).size() == 1 && input.parts(direction).get(0) instanceof double[]) {
            double[] hvp = filled(direction.length);
            call("Hvp", primals(), List.of(direction, hvp));
            return hvp;
        }
        return Input.flat(call("Hvp", primals(), input.parts(direction)));
    }

    /** What a pullback gives, applied for the second time. */
    Pair pullback(double[] seed, int parameters) {
        List<Object> primals = primals();
        Object pullback = call("Pullback", primals, List.of());
        int buffered = buffers(filled(parameters)).size();
        Method apply =
                Reflection.method(pullback.getClass(), "apply", 1 + buffered).orElseThrow();
        Method value = Reflection.method(pullback.getClass(), "value").orElseThrow();
        Pair pair = null;
        for (int i = 0; i < 2; i++) {
            List<Object> buffers = buffers(filled(parameters));
            List<Object> arguments = new ArrayList<>(List.of(seed));
            arguments.addAll(buffers);
            Object result = Reflection.invoke(apply, pullback, arguments.toArray());
            double[] known = (double[]) Reflection.invoke(value, pullback);
            pair = collected(result == null ? known : result, primals, buffers);
            pair = new Pair(known, pair.derivative());
        }
        return pair;
    }

    /** What a buffer may hold that is overwritten. */
    static double[] filled(int length) {
        double[] array = new double[length];
        Arrays.fill(array, Double.NaN);
        return array;
    }
}
