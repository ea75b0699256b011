package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cotangent.Workspace;
import io.github.cotangent.processor.Generation.Mode;
import io.github.cotangent.processor.corpus.Input.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The functions of the corpus with {@code workspace = true}: the forms that take a workspace give what those without do, with what
 * other inputs have left in it, and again with what they have left themselves.
 */
final class WorkspaceTest {

    static Stream<Subject> subjects() {
        return Arrays.stream(Mode.values()).flatMap(mode -> Corpus.withWorkspaces(mode).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("subjects")
    void workspaceMakesNoDifference(Subject subject) {
        Workspace workspace = new Workspace();
        List<Input> inputs = Input.of(subject.function());
        for (Input input : inputs) {
            compare(subject, input, workspace);
        }
        for (Input input : inputs) {
            compare(subject, input, workspace);
            long held = workspace.bytesHeld();
            compare(subject, input, workspace);
            assertThat(workspace.bytesHeld()).isEqualTo(held);
        }
    }

    private static void compare(Subject subject, Input input, Workspace workspace) {
        FlatFunction plain = new FlatFunction(subject, input.arguments());
        FlatFunction working = new FlatFunction(subject, input.arguments(), List.of(workspace));
        double[] x = plain.point();
        if (input.kind() == Kind.FAILURE) {
            double[] one = {1};
            Throwable expected = catchThrowable(() -> plain.vjp(x, one, new double[x.length]));
            assertThat(catchThrowable(() -> working.vjp(x, one, new double[x.length])))
                    .hasSameClassAs(expected)
                    .hasMessage(expected.getMessage());
            return;
        }
        double[] value = plain.value(x);
        double[] seed = new double[value.length];
        Arrays.setAll(seed, i -> 0.5 - 0.75 * i);
        same(subject, value, x.length, bar -> plain.vjp(x, seed, bar), bar -> working.vjp(x, seed, bar));
        same(subject, value, x.length, bar -> plain.vjpAdd(x, seed, bar), bar -> working.vjpAdd(x, seed, bar));
        if (subject.member("ValueAndGradient").isPresent()) {
            same(
                    subject,
                    value,
                    x.length,
                    bar -> plain.valueAndGradient(x, bar),
                    bar -> working.valueAndGradient(x, bar));
        }
    }

    /** The value in every bit; the adjoints too, unless there are two ways to the results, which round differently. */
    private static void same(
            Subject subject, double[] value, int n, UnaryOperator<double[]> plain, UnaryOperator<double[]> working) {
        double[] expected = new double[n];
        double[] actual = new double[n];
        Arrays.setAll(expected, i -> 1.0 / (i + 3));
        Arrays.setAll(actual, i -> 1.0 / (i + 3));
        plain.apply(expected);
        MemberChecks.assertSame("value with a workspace", working.apply(actual), value);
        if (!subject.isVector()) {
            MemberChecks.assertSame("adjoints with a workspace", actual, expected);
            return;
        }
        double largest = Arrays.stream(expected)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        for (int i = 0; i < n; i++) {
            boolean isSame = Double.compare(actual[i], expected[i]) == 0 || actual[i] == expected[i];
            assertThat(isSame || Math.abs(actual[i] - expected[i]) <= 1e-12 * largest)
                    .as("adjoint %s with a workspace: %s, expected %s", i, actual[i], expected[i])
                    .isTrue();
        }
    }
}
