package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.Dual;
import io.github.cotangent.Pullback;
import io.github.cotangent.VectorFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A subject as a function of one vector, its differentiable parameters laid end to end, through the generated members.
 *
 * <p>Every call gets arrays of its own, and leaves them as they are.
 */
final class FlatFunction implements VectorFunction {

    private final Subject subject;
    private final List<Object> arguments;

    FlatFunction(Subject subject, List<Object> arguments) {
        this.subject = subject;
        this.arguments = arguments;
    }

    /** The point that the arguments are. */
    double[] point() {
        return flat(
                Arrays.stream(subject.differentiable()).mapToObj(arguments::get).toList());
    }

    /** Scalars and arrays of them, laid end to end. */
    static double[] flat(List<?> parts) {
        return parts.stream()
                .flatMapToDouble(part -> part instanceof double[] array
                        ? Arrays.stream(array)
                        : Arrays.stream(new double[] {((Number) part).doubleValue()}))
                .toArray();
    }

    /** All arguments, those that are differentiable by taken from a vector. */
    List<Object> at(double[] x) {
        List<Object> parts = parts(x);
        List<Object> all = new ArrayList<>(copy(arguments));
        int[] places = subject.differentiable();
        for (int i = 0; i < places.length; i++) {
            boolean single = all.get(places[i]) instanceof Float;
            all.set(places[i], single ? (Object) ((Double) parts.get(i)).floatValue() : parts.get(i));
        }
        return all;
    }

    /** A vector cut into what belongs to each differentiable parameter. */
    List<Object> parts(double[] vector) {
        List<Object> parts = new ArrayList<>();
        int start = 0;
        for (int parameter : subject.differentiable()) {
            if (arguments.get(parameter) instanceof double[] array) {
                parts.add(Arrays.copyOfRange(vector, start, start + array.length));
                start += array.length;
            } else {
                parts.add(vector[start++]);
            }
        }
        return parts;
    }

    static List<Object> copy(List<Object> arguments) {
        return arguments.stream()
                .map(argument -> argument instanceof double[] doubles
                        ? doubles.clone()
                        : argument instanceof int[] ints ? ints.clone() : argument)
                .toList();
    }

    /** Calls a member with the primals and more, and sees that the primals stay as they are. */
    Object call(String suffix, List<Object> primals, List<Object> more) {
        List<Object> before = copy(primals);
        List<Object> all = new ArrayList<>(primals);
        all.addAll(more);
        Object result = subject.call(suffix, all);
        assertThat(Arrays.deepEquals(primals.toArray(), before.toArray()))
                .as("arguments are left alone by " + suffix)
                .isTrue();
        return result;
    }

    static double[] vector(Object value) {
        return value instanceof double[] array ? array : new double[] {(Double) value};
    }

    @Override
    public double[] value(double[] x) {
        return vector(Subject.invoke(subject.function(), null, at(x)));
    }

    @Override
    public double[] jvp(double[] x, double[] direction, double[] tangent) {
        List<Object> more = new ArrayList<>(parts(direction));
        if (subject.isVector()) {
            more.add(tangent);
            return vector(call("Jvp", at(x), more));
        }
        Dual dual = (Dual) call("Jvp", at(x), more);
        tangent[0] = dual.tangent();
        return new double[] {dual.value()};
    }

    @Override
    public double[] vjp(double[] x, double[] seed, double[] adjoint) {
        return reverse("Vjp", x, seed, adjoint);
    }

    double[] vjpAdd(double[] x, double[] seed, double[] adjoint) {
        return reverse("VjpAdd", x, seed, adjoint);
    }

    private double[] reverse(String suffix, double[] x, double[] seed, double[] adjoint) {
        List<Object> more = new ArrayList<>(List.of(subject.isVector() ? seed : (Object) seed[0]));
        List<Object> buffers = buffers(adjoint);
        more.addAll(buffers);
        Object result = call(suffix, at(x), more);
        return collect(result, buffers, adjoint);
    }

    /** The parts of a vector that belong to arrays. */
    private List<Object> buffers(double[] vector) {
        return parts(vector).stream().filter(double[].class::isInstance).toList();
    }

    /** Puts what was returned and what was written to buffers together; returns the value. */
    private double[] collect(Object result, List<Object> buffers, double[] adjoint) {
        Object[] returned = result instanceof Record ? Subject.components(result) : new Object[] {result};
        List<Object> parts = new ArrayList<>();
        int scalars = 1;
        int arrays = 0;
        for (int parameter : subject.differentiable()) {
            parts.add(subject.isArray(parameter) ? buffers.get(arrays++) : returned[scalars++]);
        }
        System.arraycopy(flat(parts), 0, adjoint, 0, adjoint.length);
        return vector(returned[0]);
    }

    @Override
    public Pullback pullback(double[] x) {
        if (!subject.isVector()) {
            return VectorFunction.super.pullback(x);
        }
        List<Object> primals = at(x);
        Object kept = call("Pullback", primals, List.of());
        primals.forEach(FlatFunction::spoil);
        return new Pullback() {
            @Override
            public double[] value() {
                return (double[]) Subject.call(kept, "value", List.of());
            }

            @Override
            public void apply(double[] seed, double[] adjoint) {
                List<Object> buffers = buffers(adjoint);
                List<Object> all = new ArrayList<>(List.of(seed));
                all.addAll(buffers);
                Object result = Subject.call(kept, "apply", all);
                collect(result == null ? value() : result, buffers, adjoint);
            }
        };
    }

    private static void spoil(Object argument) {
        if (argument instanceof double[] array) {
            Arrays.fill(array, Double.NaN);
        }
        if (argument instanceof int[] array) {
            Arrays.fill(array, -1);
        }
    }
}
