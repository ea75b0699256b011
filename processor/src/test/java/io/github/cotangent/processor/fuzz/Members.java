package io.github.cotangent.processor.fuzz;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.processor.corpus.Shapes;
import io.github.cotangent.processor.fuzz.Routine.Parameter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An annotated method and its generated members, as functions of one vector; its results laid end to end are the value. */
final class Members {

    private final Class<?> owner;
    private final Method function;
    private final Class<?> companion;
    private final Routine routine;
    private final Input input;
    private final Workspace workspace = new Workspace();
    private List<Object> results;

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

    boolean isScalar() {
        return routine.result().isReal();
    }

    private boolean hasOutput() {
        return routine.result() == Type.VOID;
    }

    /** Whether what a member has returned is one of the companion's own records. */
    private boolean isHolder(Object returned) {
        return returned instanceof Record && returned.getClass().getEnclosingClass() == companion;
    }

    /** For each number that a differentiable parameter is, whether its adjoint goes to a buffer. */
    List<Boolean> inBuffers(Parameter parameter) {
        return Shapes.inArrays(argument(parameter));
    }

    private Object argument(Parameter parameter) {
        return argument(routine.parameters().indexOf(parameter));
    }

    private List<Object> primals() {
        return input.fresh(owner);
    }

    /** What was returned or written. */
    private List<Object> results(Object result, List<Object> primals) {
        if (!hasOutput()) {
            return List.of(result);
        }
        List<Object> outputs = new ArrayList<>();
        for (int i = 0; i < primals.size(); i++) {
            if (routine.parameters().get(i).output()) {
                outputs.add(primals.get(i));
            }
        }
        return outputs;
    }

    private double[] value(Object result, List<Object> primals) {
        return Shapes.flat(results(result, primals));
    }

    double[] value() {
        List<Object> primals = primals();
        results = results(Reflection.invoke(function, null, primals.toArray()), primals);
        return Shapes.flat(results);
    }

    /** A vector cut into what belongs to each result; if the method has none, into as good as any. */
    private List<Object> resultParts(double[] vector) {
        if (results != null) {
            return Shapes.parts(vector, results);
        }
        return hasOutput() ? Shapes.parts(vector, results(null, primals())) : List.of(vector[0]);
    }

    private Object call(String suffix, List<Object> primals, List<Object> more) {
        List<Object> all = new ArrayList<>(primals);
        all.addAll(more);
        Method member = Reflection.method(companion, routine.name() + suffix, all.size())
                .orElseThrow(() -> new AssertionError("no member " + suffix));
        List<Object> before = Shapes.copy(more);
        try {
            Object result = Reflection.invoke(member, null, all.toArray());
            areLeftAlone(suffix, primals);
            return result;
        } catch (Reflection.Thrown failure) {
            areLeftAlone(suffix, primals);
            boolean adds = suffix.equals("VjpAdd") && Refusal.isOwn(failure.getCause());
            if (adds && !Shapes.isSame(before, more)) {
                throw new AssertionError(suffix + " writes to its buffers before it throws", failure);
            }
            throw failure;
        }
    }

    private void areLeftAlone(String suffix, List<Object> primals) {
        List<Object> before = primals();
        for (int i = 0; i < primals.size(); i++) {
            boolean same = routine.parameters().get(i).output()
                    || Shapes.isSame(List.of(primals.get(i)), List.of(before.get(i)));
            if (!same) {
                throw new AssertionError(suffix + " changes its argument " + i);
            }
        }
    }

    Pair jvp(double[] direction, int length) {
        List<Object> primals = primals();
        List<Object> more = new ArrayList<>(input.parts(direction));
        if (routine.result() == Type.POINT) {
            Object[] both = Reflection.components(call("Jvp", primals, more));
            return new Pair(Shapes.flat(both[0]), Shapes.flat(both[1]));
        }
        if (isScalar()) {
            Dual dual = (Dual) call("Jvp", primals, more);
            return new Pair(new double[] {dual.value()}, new double[] {dual.tangent()});
        }
        List<Object> tangents = resultParts(filled(length));
        more.addAll(tangents);
        return new Pair(value(call("Jvp", primals, more), primals), Shapes.flat(tangents));
    }

    /** Whether there are members that take a workspace. */
    boolean hasWorkspace() {
        return Arrays.stream(companion.getDeclaredMethods())
                .anyMatch(member -> member.getName().equals(routine.name() + "Vjp")
                        && List.of(member.getParameterTypes()).contains(Workspace.class));
    }

    /** The adjoints by {@code Vjp} or {@code VjpAdd}; for the latter, {@code before} is what the buffers hold. */
    Pair vjp(String suffix, double[] seed, double[] before) {
        return vjp(suffix, seed, before, List.of());
    }

    /** The same with the workspace of all these calls. */
    Pair vjpInWorkspace(String suffix, double[] seed, double[] before) {
        return vjp(suffix, seed, before, List.of(workspace));
    }

    private Pair vjp(String suffix, double[] seed, double[] before, List<Object> last) {
        List<Object> primals = primals();
        List<Object> buffers = buffers(before);
        List<Object> more = new ArrayList<>(resultParts(seed));
        more.addAll(buffers);
        more.addAll(last);
        Object result = call(suffix, primals, more);
        return collected(result, primals, buffers);
    }

    private List<Object> buffers(double[] vector) {
        return input.parts(vector).stream().filter(Shapes::isBuffer).toList();
    }

    private Pair collected(Object result, List<Object> primals, List<Object> buffers) {
        Object[] returned = isHolder(result) ? Reflection.components(result) : new Object[] {result};
        int scalar = hasOutput() ? 0 : 1;
        int array = 0;
        List<Object> parts = new ArrayList<>();
        for (Parameter parameter : routine.parameters()) {
            if (parameter.differentiable()) {
                Object buffer = Shapes.isBuffer(argument(parameter)) ? buffers.get(array++) : null;
                parts.add(parameter.type().isArray() ? buffer : returned[scalar++]);
            }
        }
        return new Pair(value(returned[0], primals), Shapes.flat(parts));
    }

    /** Of {@code Gradient}; the value is null where there is none. */
    Pair gradient() {
        Object gradient = call("Gradient", primals(), List.of());
        if (!isHolder(gradient)) {
            return new Pair(null, Shapes.flat(gradient));
        }
        List<Object> parts = new ArrayList<>(Arrays.asList(Reflection.components(gradient)));
        double[] value = Shapes.flat(parts.remove(0));
        return new Pair(value, Shapes.flat(parts));
    }

    Pair valueAndGradient(int parameters) {
        double[] gradient = filled(parameters);
        Object value = call("ValueAndGradient", primals(), List.of(gradient));
        return new Pair(Shapes.flat(value), gradient);
    }

    double[][] matrix(String suffix) {
        return (double[][]) call(suffix, primals(), List.of());
    }

    double[] hvp(double[] direction) {
        List<Object> parts = input.parts(direction);
        if (parts.size() == 1 && parts.get(0) instanceof double[] && has("ValueAndGradient")) {
            double[] hvp = filled(direction.length);
            call("Hvp", primals(), List.of(direction, hvp));
            return hvp;
        }
        Object hvp = call("Hvp", primals(), parts);
        return Shapes.flat(isHolder(hvp) ? Arrays.asList(Reflection.components(hvp)) : List.of(hvp));
    }

    /** What {@code fFunction} gives. */
    Object function() {
        Method member =
                Reflection.method(companion, routine.name() + "Function").orElseThrow();
        return Reflection.invoke(member, null, input.constants(owner).toArray());
    }

    Object argument(int place) {
        return input.arguments().get(place);
    }

    /** The forward sweep of a pullback. */
    Object pulledBack() {
        return call("Pullback", primals(), List.of());
    }

    /** What a pullback gives, applied for the second time. */
    Pair pullback(double[] seed, int parameters) {
        List<Object> primals = primals();
        Object pullback = call("Pullback", primals, List.of());
        double[] written = hasOutput() ? value(null, primals) : null;
        Pair pair = null;
        for (int i = 0; i < 2; i++) {
            List<Object> buffers = buffers(filled(parameters));
            List<Object> arguments = new ArrayList<>(resultParts(seed));
            arguments.addAll(buffers);
            Method apply = Reflection.method(pullback.getClass(), "apply", arguments.size())
                    .orElseThrow();
            Object result = Reflection.invoke(apply, pullback, arguments.toArray());
            Object known = hasOutput() ? null : value(pullback);
            Pair collected = collected(result == null ? known : result, primals, buffers);
            pair = new Pair(hasOutput() ? written : Shapes.flat(known), collected.derivative());
        }
        return pair;
    }

    private static Object value(Object pullback) {
        Method value = Reflection.method(pullback.getClass(), "value").orElseThrow();
        return Reflection.invoke(value, pullback);
    }

    /** What a buffer may hold that is overwritten. */
    static double[] filled(int length) {
        double[] array = new double[length];
        Arrays.fill(array, Double.NaN);
        return array;
    }
}
