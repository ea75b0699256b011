package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.processor.Generation.Mode;
import io.github.cotangent.processor.corpus.Input.Kind;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The second derivatives of every function of the corpus, whatever order it asks for itself: they are those of the gradient by
 * differences at all inputs that are no kinks, and symmetric. What has no second derivatives by design is listed in {@link
 * Corpus#OF_FIRST_ORDER}.
 */
final class SecondOrderTest {

    private static List<Subject> subjects;
    private static int checked;

    @BeforeAll
    static void compile() {
        subjects = Arrays.stream(Mode.values())
                .flatMap(mode -> Corpus.ofSecondOrder(mode).stream())
                .toList();
    }

    private static Stream<Arguments> of(Set<Kind> kinds) {
        return subjects.stream()
                .flatMap(subject -> Input.of(subject.function()).stream()
                        .filter(input -> kinds.contains(input.kind()))
                        .map(input -> Arguments.of(subject, input.text(), input)));
    }

    static Stream<Arguments> values() {
        return of(Set.of(Kind.SMOOTH, Kind.KINK));
    }

    static Stream<Arguments> failures() {
        return of(Collections.singleton(Kind.FAILURE));
    }

    @Test
    void everyFunctionHasSecondDerivatives() {
        Set<String> names =
                Corpus.simplified().stream().map(Subject::name).collect(Collectors.toCollection(TreeSet::new));
        names.removeAll(Corpus.OF_FIRST_ORDER);
        for (Mode mode : Mode.values()) {
            assertThat(subjects.stream().filter(each -> each.mode() == mode).map(Subject::name))
                    .containsAll(names);
        }
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("values")
    void hessiansAreRight(Subject subject, String text, Input input) {
        HessianChecks checks = new HessianChecks(subject, input.arguments());
        checks.agree();
        if (input.kind() == Kind.SMOOTH) {
            FlatFunction function = new FlatFunction(subject, input.arguments());
            subject.precise(GradientCheck.of(function, function.point())).assertPasses();
            checks.agreeWithDifferences();
        }
        checked++;
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("failures")
    void productsFailAsTheMethodDoes(Subject subject, String text, Input input) {
        FlatFunction function = new FlatFunction(subject, input.arguments());
        double[] x = function.point();
        Throwable expected = catchThrowable(() -> function.value(x));
        assertThat(expected).isInstanceOf(RuntimeException.class);
        List<Throwable> failures = Arrays.asList(
                catchThrowable(() -> function.hvp(x, x)),
                catchThrowable(() -> function.call("Hessian", function.at(x), List.of())));
        assertThat(failures).allSatisfy(failure -> assertThat(failure).hasSameClassAs(expected));
        if (expected.getStackTrace()[0].getClassName().startsWith("corpus.")) {
            assertThat(failures).allSatisfy(failure -> assertThat(failure).hasMessage(expected.getMessage()));
        }
        checked++;
    }

    @AfterAll
    static void report() {
        System.out.printf(
                "Corpus of order 2: %d functions, %d checks%n", subjects.size() / Mode.values().length, checked);
    }
}
