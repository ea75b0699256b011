package io.github.cotangent.processor;

import io.github.cotangent.processor.ir.Derivatives;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.transform.Jvp;
import io.github.cotangent.processor.transform.Vjp;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** The street from a method's code to its companion. */
final class Pipeline implements Companions {

    Pipeline(ProcessingEnvironment environment) {}

    @Override
    public void write(TypeElement type, List<Method> methods) {
        methods.forEach(Pipeline::derivatives);
    }

    private static Derivatives derivatives(Method method) {
        Function primal = method.primal();
        List<Value> differentiable = method.differentiable();
        Optional<Derivatives.Pullback> pullback =
                method.result().isArray() ? Optional.of(Vjp.split(primal, differentiable)) : Optional.empty();
        return new Derivatives(method, Jvp.of(primal, differentiable), Vjp.of(primal, differentiable), pullback);
    }
}
