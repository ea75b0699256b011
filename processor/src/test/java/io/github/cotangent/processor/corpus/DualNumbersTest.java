package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated derivatives against the dual numbers of Hipparchus. */
final class DualNumbersTest {

    private static Stream<Method> duals() {
        return Arrays.stream(DualNumbers.class.getDeclaredMethods())
                .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic());
    }

    private static Optional<Method> dualOf(Subject subject) {
        return duals().filter(method -> method.getName().equals(subject.name())).findFirst();
    }

    static Stream<Arguments> pairs() {
        return Corpus.subjects().stream()
                .flatMap(subject -> dualOf(subject).stream()
                        .flatMap(dual -> Input.of(subject.function()).stream()
                                .map(input -> Arguments.of(subject, input.text(), input, dual))));
    }

    @Test
    void everyDualHasItsFunction() {
        List<String> names = Corpus.simplified().stream().map(Subject::name).toList();
        assertThat(duals().map(Method::getName)).hasSizeGreaterThanOrEqualTo(25).isSubsetOf(names);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("pairs")
    void derivativesAreThoseOfDualNumbers(Subject subject, String text, Input input, Method dual) {
        MemberChecks checks = new MemberChecks(subject, input.arguments());
        double[][] expected = jacobian(subject, input, dual);
        checks.assertClose("forward mode", checks.forward(), expected);
        checks.assertClose("reverse mode", checks.reverse(), expected);
    }

    private static double[][] jacobian(Subject subject, Input input, Method dual) {
        double[] x = new FlatFunction(subject, input.arguments()).point();
        List<Object> arguments = new ArrayList<>(input.arguments());
        int place = 0;
        for (int parameter : subject.differentiable()) {
            if (arguments.get(parameter) instanceof double[] array) {
                Gradient[] variables = new Gradient[array.length];
                for (int i = 0; i < array.length; i++, place++) {
                    variables[i] = Gradient.variable(x.length, place, x[place]);
                }
                arguments.set(parameter, variables);
            } else {
                arguments.set(parameter, Gradient.variable(x.length, place, x[place]));
                place++;
            }
        }
        Object result = Subject.invoke(dual, null, arguments);
        Gradient[] results = result instanceof Gradient[] vector ? vector : new Gradient[] {(Gradient) result};
        return Arrays.stream(results)
                .map(gradient -> gradient == null ? new double[x.length] : gradient.getGradient())
                .toArray(double[][]::new);
    }
}
