package io.github.cotangent.processor;

import io.github.cotangent.processor.ir.Derivatives;
import io.github.cotangent.processor.ir.Derivatives.Pullback;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.transform.Hvp;
import io.github.cotangent.processor.transform.Jvp;
import io.github.cotangent.processor.transform.Tidy;
import io.github.cotangent.processor.transform.Vjp;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The street from a method's code to its derivatives. */
public final class Pipeline {

    private final UnaryOperator<Function> preparation;
    private final UnaryOperator<Function> simplification;

    private Pipeline(UnaryOperator<Function> preparation, UnaryOperator<Function> simplification) {
        this.preparation = preparation;
        this.simplification = simplification;
    }

    /** The pipeline that users get. */
    public static Pipeline standard() {
        return new Pipeline(Tidy::primal, Tidy::derivative);
    }

    /** The pipeline without simplification, for tests. */
    public static Pipeline raw() {
        return new Pipeline(UnaryOperator.identity(), UnaryOperator.identity());
    }

    public Derivatives derivatives(Method method) {
        Function primal = preparation.apply(method.primal());
        List<Value> differentiable = method.differentiable();
        Optional<Pullback> pullback =
                method.isScalar() ? Optional.empty() : Optional.of(simplified(Vjp.split(primal, differentiable)));
        List<Value> varying = Stream.concat(differentiable.stream(), method.outputs().stream())
                .toList();
        Function jvp = simplification.apply(Jvp.of(primal, varying));
        Optional<Function> vjp = method.isScalar()
                ? Optional.of(simplification.apply(Vjp.of(primal, differentiable)))
                : Optional.empty();
        Optional<Function> hvp = method.order() < 2 ? Optional.empty() : Optional.of(hvp(primal, differentiable));
        return new Derivatives(method, jvp, vjp, pullback, hvp);
    }

    private Function hvp(Function primal, List<Value> differentiable) {
        Function gradient = simplification.apply(Vjp.gradient(primal, differentiable));
        return simplification.apply(Hvp.of(gradient, differentiable));
    }

    private Pullback simplified(Pullback pullback) {
        return new Pullback(simplification.apply(pullback.forward()), simplification.apply(pullback.reverse()));
    }
}
