package io.github.cotangent.processor;

import io.github.cotangent.processor.ir.Derivatives;
import io.github.cotangent.processor.ir.Derivatives.Pullback;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.transform.Hvp;
import io.github.cotangent.processor.transform.Jvp;
import io.github.cotangent.processor.transform.Packing;
import io.github.cotangent.processor.transform.Split;
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
    private final int longest;

    private Pipeline(UnaryOperator<Function> preparation, UnaryOperator<Function> simplification, int longest) {
        this.preparation = preparation;
        this.simplification = simplification;
        this.longest = longest;
    }

    /** The pipeline that users get. */
    public static Pipeline standard() {
        return new Pipeline(Tidy::primal, Tidy::derivative, Split.LIMIT);
    }

    /** The pipeline without simplification, which cuts code into short parts, for tests. */
    public static Pipeline raw() {
        return new Pipeline(UnaryOperator.identity(), UnaryOperator.identity(), 300);
    }

    public Derivatives derivatives(Method method) {
        Function primal = preparation.apply(method.primal());
        List<Value> differentiable = method.differentiable();
        Optional<Pullback> pullback =
                method.isScalar() ? Optional.empty() : Optional.of(finished(Vjp.split(primal, differentiable), method));
        List<Value> varying = Stream.concat(differentiable.stream(), method.outputs().stream())
                .toList();
        Function jvp = finished(Jvp.of(primal, varying), method, "Jvp");
        Optional<Function> vjp = method.isScalar()
                ? Optional.of(finished(Vjp.of(primal, differentiable), method, "Vjp"))
                : Optional.empty();
        Optional<Function> hvp = method.order() < 2
                ? Optional.empty()
                : Optional.of(finished(hvp(primal, differentiable), method, "Hvp"));
        return new Derivatives(method, jvp, vjp, pullback, hvp);
    }

    private Function hvp(Function primal, List<Value> differentiable) {
        Function gradient = simplification.apply(Vjp.gradient(primal, differentiable));
        return Hvp.of(gradient, differentiable);
    }

    private Pullback finished(Pullback pullback, Method method) {
        Pullback simplified =
                new Pullback(simplification.apply(pullback.forward()), simplification.apply(pullback.reverse()));
        Pullback packed = Packing.apply(simplified, method.primal().results().size());
        return new Pullback(
                Split.apply(packed.forward(), method.name() + "Forward", longest),
                Split.apply(packed.reverse(), method.name() + "Reverse", longest));
    }

    private Function finished(Function function, Method method, String suffix) {
        return Split.apply(simplification.apply(function), method.name() + suffix, longest);
    }
}
