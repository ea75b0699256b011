package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cotangent.processor.Generation.Mode;
import io.github.cotangent.processor.corpus.Input.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function of the corpus, from raw and from simplified code, at each of its inputs, through all generated members. */
final class CorpusTest {

    private static final Set<String> FUNCTIONS = new HashSet<>();
    private static int checked;

    private static Stream<Arguments> of(Set<Kind> kinds) {
        return Corpus.subjects().stream()
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

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("values")
    void membersAgree(Subject subject, String text, Input input) {
        MemberChecks checks = new MemberChecks(subject, input.arguments());
        checks.agree();
        if (input.kind() == Kind.SMOOTH) {
            checks.agreeWithDifferences();
        }
        FUNCTIONS.add(subject.function().toString());
        checked++;
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("failures")
    void membersFailAsTheMethodDoes(Subject subject, String text, Input input) {
        FlatFunction function = new FlatFunction(subject, input.arguments());
        double[] x = function.point();
        Throwable expected = catchThrowable(() -> function.value(x));
        assertThat(expected).isInstanceOf(RuntimeException.class);
        double[] seed = {1};
        double[] adjoint = new double[x.length];
        List<Throwable> failures = new ArrayList<>(List.of(
                catchThrowable(() -> function.jvp(x, x, new double[1])),
                catchThrowable(() -> function.vjp(x, seed, adjoint)),
                catchThrowable(() -> function.vjpAdd(x, seed, adjoint))));
        Stream.of("Gradient", "Pullback", "Jacobian", "Hessian")
                .filter(suffix -> subject.member(suffix).isPresent())
                .forEach(
                        suffix -> failures.add(catchThrowable(() -> function.call(suffix, function.at(x), List.of()))));
        assertThat(failures).allSatisfy(failure -> assertThat(failure).hasSameClassAs(expected));
        if (isThrownBy(subject, expected)) {
            assertThat(failures).allSatisfy(failure -> assertThat(failure).hasMessage(expected.getMessage()));
        }
        checked++;
    }

    private static boolean isThrownBy(Subject subject, Throwable failure) {
        String place = failure.getStackTrace()[0].getClassName();
        return place.equals(subject.function().getDeclaringClass().getName());
    }

    @AfterAll
    static void report() {
        System.out.printf(
                "Corpus: %d functions in %d modes at their inputs: %d checks of all members%n",
                FUNCTIONS.size(), Mode.values().length, checked);
    }
}
