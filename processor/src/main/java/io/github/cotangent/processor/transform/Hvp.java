package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Second order, forward over reverse: the derivative of a gradient along a direction, the Hessian times that direction. */
public final class Hvp {

    private Hvp() {}

    /** With all passes. */
    public static Function of(Function gradient, List<Value> withRespectTo) {
        return of(gradient, withRespectTo, Pass.ALL);
    }

    /**
     * The function that takes the primals of a {@linkplain Vjp#gradient gradient}, then a tangent for each of
     * {@code withRespectTo}, then for each array among them the buffer that its part of the product is added to; and that
     * results in the parts of the scalars.
     *
     * @param gradient the gradient with respect to {@code withRespectTo}, simplified or not
     */
    public static Function of(Function gradient, List<Value> withRespectTo, Set<Pass> passes) {
        int arrays = (int)
                withRespectTo.stream().filter(value -> value.type().isArray()).count();
        int primals = gradient.parameters().size() - arrays;
        List<Value> buffers = gradient.parameters().subList(primals, primals + arrays);
        List<Value> varying = new ArrayList<>(withRespectTo);
        varying.addAll(buffers);
        Function jvp = Jvp.of(gradient, varying, passes);

        List<Value> parameters = new ArrayList<>(jvp.parameters());
        parameters.removeAll(buffers);
        List<Statement> statements = new ArrayList<>(zeros(withRespectTo, buffers));
        statements.addAll(jvp.body().statements());
        int components = gradient.results().size();
        List<Value> products = jvp.results().subList(components, 2 * components);
        return new Function(jvp.name(), new Region(parameters, statements, products));
    }

    /** The gradient itself goes to arrays that nobody sees; what is done for it alone is dead code. */
    private static List<Statement> zeros(List<Value> withRespectTo, List<Value> buffers) {
        Builder builder = new Builder();
        List<Value> arrays =
                withRespectTo.stream().filter(value -> value.type().isArray()).toList();
        for (int i = 0; i < arrays.size(); i++) {
            builder.zeros(buffers.get(i), arrays.get(i));
        }
        return builder.statements();
    }
}
