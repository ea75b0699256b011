package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cotangent.processor.Generation;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What exceptions and assertions leave behind, beside their class and text. */
class ExceptionsTest {

    private static final Generation EXCEPTIONS = Generation.of(
            Generation.Mode.SIMPLIFIED,
            Map.of("corpus.Exceptions", Corpus.sources().get("corpus.Exceptions")));

    /** A loop whose reverse could run at once must not do so where an exception may follow. */
    @Test
    void nothingIsWrittenBeforeAnException() throws ReflectiveOperationException {
        double[] adjoint = new double[2];
        double[] x = {-5, 2};
        Method method = companion("afterALoopVjpAdd", double[].class, double.class, double[].class);
        assertThatThrownBy(() -> method.invoke(null, x, 1.0, adjoint)).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(adjoint).containsOnly(0);
    }

    /** Nor where an iteration throws that comes after others. */
    @Test
    void nothingIsWrittenByEarlierIterations() throws ReflectiveOperationException {
        double[] adjoint = new double[2];
        double[] x = {1, 2};
        Method method = companion("inASumVjpAdd", double[].class, double.class, double[].class);
        assertThatThrownBy(() -> method.invoke(null, x, 1.0, adjoint)).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(adjoint).containsOnly(0);
    }

    @Test
    void assertionsAreEvaluatedIfTheyAreOn() throws ReflectiveOperationException {
        Method method = companion("assertionsVjp", double[].class, double.class, double.class, double[].class);
        double[] negative = {-1, 2};
        assertThatThrownBy(() -> method.invoke(null, negative, 1.0, 1.0, new double[2]))
                .cause()
                .isInstanceOf(AssertionError.class)
                .hasMessage(null);
        double[] nan = {Double.NaN, 2};
        assertThatThrownBy(() -> method.invoke(null, nan, 1.0, 1.0, new double[2]))
                .cause()
                .isInstanceOf(AssertionError.class)
                .hasMessage("s = NaN of 2");
    }

    @Test
    void assertionsAreSkippedIfTheyAreOff() throws ReflectiveOperationException {
        Generation off = Generation.of(
                Generation.Mode.SIMPLIFIED,
                Map.of("corpus.Exceptions", Corpus.sources().get("corpus.Exceptions")));
        off.setDefaultAssertionStatus(false);
        Method method = off.companionOf("corpus.Exceptions")
                .getDeclaredMethod("assertionsVjp", double[].class, double.class, double.class, double[].class);
        method.setAccessible(true);
        double[] adjoint = new double[2];
        method.invoke(null, new double[] {-1, 2}, -3.0, 1.0, adjoint);
        assertThat(adjoint).containsExactly(-8, 16);
    }

    private static Method companion(String name, Class<?>... parameters) throws ReflectiveOperationException {
        Method method = EXCEPTIONS.companionOf("corpus.Exceptions").getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }
}
