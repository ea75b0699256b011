package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.Dual;
import io.github.cotangent.Pullback;
import io.github.cotangent.VectorFunction;
import io.github.cotangent.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A subject as a function of one vector, its differentiable parameters laid end to end, through the generated members; its
 * results laid end to end are the value.
 *
 * <p>Every call gets arrays of its own, and leaves all but the outputs and buffers as they are.
 */
final class FlatFunction implements VectorFunction {

    private final Subject subject;
    private final List<Object> arguments;
    private final List<Workspace> workspace;
    private List<Object> results;

    FlatFunction(Subject subject, List<Object> arguments) {
        this(subject, arguments, List.of());
    }

    /**
     * The function by the members that take a workspace, as far as there are such.
     *
     * @param workspace the workspace, or none
     */
    FlatFunction(Subject subject, List<Object> arguments, List<Workspace> workspace) {
        this.subject = subject;
        this.arguments = arguments;
        this.workspace = workspace;
    }

    /** The point that the arguments are. */
    double[] point() {
        return Shapes.flat(differentiable());
    }

    private List<Object> differentiable() {
        return Arrays.stream(subject.differentiable()).mapToObj(arguments::get).toList();
    }

    /** All arguments, those that are differentiable by taken from a vector. */
    List<Object> at(double[] x) {
        List<Object> parts = Shapes.typedParts(x, differentiable());
        List<Object> all = Shapes.copy(arguments);
        int[] places = subject.differentiable();
        for (int i = 0; i < places.length; i++) {
            all.set(places[i], parts.get(i));
        }
        return all;
    }

    /** A vector cut into what belongs to each differentiable parameter. */
    List<Object> parts(double[] vector) {
        return Shapes.parts(vector, differentiable());
    }

    /** The parts of a vector that belong to arrays. */
    List<Object> buffers(double[] vector) {
        return parts(vector).stream().filter(Shapes::isBuffer).toList();
    }

    /** A vector cut into what belongs to each result. */
    List<Object> resultParts(double[] vector) {
        if (!subject.isVector()) {
            return List.of(vector[0]);
        }
        if (!subject.hasOutputs() && subject.function().getReturnType() == double[].class) {
            return List.of(vector.clone());
        }
        if (results == null) {
            results = results(at(point()));
        }
        return Shapes.parts(vector, results);
    }

    /** What the method gives. */
    private List<Object> results(List<Object> primals) {
        Object returned = Subject.invoke(subject.function(), null, primals);
        return subject.hasOutputs() ? outputs(primals) : List.of(returned);
    }

    private List<Object> outputs(List<Object> primals) {
        return Arrays.stream(subject.outputs()).mapToObj(primals::get).toList();
    }

    /** Calls a member with the primals and more, and sees that the inputs stay as they are and outputs get the value. */
    Object call(String suffix, List<Object> primals, List<Object> more) {
        List<Object> before = Shapes.copy(primals);
        List<Object> all = new ArrayList<>(primals);
        all.addAll(more);
        Object result = subject.call(suffix, all);
        if (subject.hasOutputs()) {
            results(before);
        }
        assertThat(Shapes.isSame(primals, before))
                .as((subject.hasOutputs() ? "outputs have the value by " : "arguments are left alone by ")
                        + suffix
                        + " of "
                        + subject)
                .isTrue();
        return result;
    }

    /** The value, from what a member has returned, or from the outputs that it has written to. */
    private double[] value(Object returned, List<Object> primals) {
        return Shapes.flat(subject.hasOutputs() ? outputs(primals) : List.of(returned));
    }

    @Override
    public double[] value(double[] x) {
        return Shapes.flat(results(at(x)));
    }

    @Override
    public double[] jvp(double[] x, double[] direction, double[] tangent) {
        List<Object> primals = at(x);
        List<Object> more = new ArrayList<>(parts(direction));
        if (!subject.isVector()) {
            Dual dual = (Dual) call("Jvp", primals, more);
            tangent[0] = dual.tangent();
            return new double[] {dual.value()};
        }
        if (subject.returnsRecord()) {
            Object[] both = Subject.components(call("Jvp", primals, more));
            copy(Shapes.flat(both[1]), tangent);
            return Shapes.flat(both[0]);
        }
        List<Object> tangents = resultParts(tangent);
        more.addAll(tangents);
        Object result = call("Jvp", primals, more);
        copy(Shapes.flat(tangents), tangent);
        return value(result, primals);
    }

    private static void copy(double[] source, double[] target) {
        System.arraycopy(source, 0, target, 0, target.length);
    }

    @Override
    public double[] vjp(double[] x, double[] seed, double[] adjoint) {
        return reverse("Vjp", x, seed, adjoint);
    }

    /** The Hessian times a direction. */
    double[] hvp(double[] x, double[] direction) {
        Object products = call("Hvp", at(x), parts(direction));
        return Shapes.flat(
                subject.isHolder(products) ? Arrays.asList(Subject.components(products)) : List.of(products));
    }

    double[] vjpAdd(double[] x, double[] seed, double[] adjoint) {
        return reverse("VjpAdd", x, seed, adjoint);
    }

    double[] valueAndGradient(double[] x, double[] gradient) {
        List<Object> more = new ArrayList<>(List.of(gradient));
        more.addAll(workspace);
        return Shapes.flat(call("ValueAndGradient", at(x), more));
    }

    private double[] reverse(String suffix, double[] x, double[] seed, double[] adjoint) {
        List<Object> primals = at(x);
        List<Object> seeds = resultParts(seed);
        List<Object> more = new ArrayList<>(seeds);
        List<Object> buffers = buffers(adjoint);
        more.addAll(buffers);
        more.addAll(workspace);
        Object result = call(suffix, primals, more);
        assertThat(Shapes.flat(seeds)).as("seeds are left alone by " + suffix).isEqualTo(seed);
        collect(result, buffers, adjoint);
        boolean holdsValue = subject.isHolder(result) && !subject.hasOutputs();
        return value(holdsValue ? Subject.components(result)[0] : result, primals);
    }

    /** Puts the adjoints that were returned and those that were written to buffers together. */
    private void collect(Object result, List<Object> buffers, double[] adjoint) {
        Object[] returned = subject.isHolder(result) ? Subject.components(result) : new Object[] {result};
        List<Object> parts = new ArrayList<>();
        int scalars = subject.hasOutputs() ? 0 : 1;
        int arrays = 0;
        for (int parameter : subject.differentiable()) {
            Object buffer = Shapes.isBuffer(arguments.get(parameter)) ? buffers.get(arrays++) : null;
            parts.add(subject.isArray(parameter) ? buffer : returned[scalars++]);
        }
        copy(Shapes.flat(parts), adjoint);
    }

    @Override
    public Pullback pullback(double[] x) {
        if (!subject.isVector()) {
            return VectorFunction.super.pullback(x);
        }
        List<Object> primals = at(x);
        Object kept = call("Pullback", primals, List.of());
        double[] outputs = Shapes.flat(outputs(primals));
        primals.forEach(Shapes::spoil);
        return new Pullback() {
            @Override
            public double[] value() {
                return subject.hasOutputs() ? outputs : Shapes.flat(Subject.call(kept, "value", List.of()));
            }

            @Override
            public void apply(double[] seed, double[] adjoint) {
                List<Object> buffers = buffers(adjoint);
                List<Object> all = new ArrayList<>(resultParts(seed));
                all.addAll(buffers);
                Object result = Subject.call(kept, "apply", all);
                collect(result == null ? value() : result, buffers, adjoint);
            }
        };
    }
}
