package io.github.cotangent.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.palantir.javapoet.JavaFile;
import io.github.cotangent.Dual;
import io.github.cotangent.Pullback;
import io.github.cotangent.ScalarFunction;
import io.github.cotangent.VectorFunction;
import io.github.cotangent.processor.Compiler;
import io.github.cotangent.processor.Pipeline;
import io.github.cotangent.processor.ir.Derivatives;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The companions of the golden classes, compiled and called. */
final class CompanionClassTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final String MODELS = "golden.ModelsDerivatives";
    private static final String FIELDS = "golden.FieldsDerivatives";
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final double[] X = {1, -2, 0.5};
    private static final double[] WEIGHTS = {3, 0.5, 2};

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.of(
                List.of(),
                List.of("Models", "ModelsDerivatives", "Fields", "FieldsDerivatives").stream()
                        .map(name -> Compiled.source("golden." + name, text(name)))
                        .toList());
    }

    private static String text(String name) {
        try {
            return Files.readString(GOLDEN.resolve(name + ".java"));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Object models(String method, Object... arguments) {
        return compiled.call(MODELS, method, arguments);
    }

    private static Object fields(String method, Object... arguments) {
        return compiled.call(FIELDS, method, arguments);
    }

    /** The component of a record. */
    private static Object get(Object record, String component) {
        return invoke(record, component);
    }

    private static Object invoke(Object target, String name, Object... arguments) {
        try {
            for (Method method : target.getClass().getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                    method.setAccessible(true);
                    return method.invoke(target, arguments);
                }
            }
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("no " + name);
    }

    @Test
    void scalarsForwardAndInReverse() {
        double slope = 4 + Math.cos(3);
        assertThat(models("waveJvp", 3.0, 4.0, 1.0, 0.0)).isEqualTo(new Dual(12 + Math.sin(3), slope));
        Object vjp = models("waveVjp", 3.0, 4.0, 2.0);
        assertThat((double) get(vjp, "x1")).isEqualTo(2 * slope, CLOSE);
        assertThat((double) get(vjp, "x2")).isEqualTo(6);
        assertThat(models("waveVjpAdd", 3.0, 4.0, 2.0)).isEqualTo(vjp);
        Object gradient = models("waveGradient", 3.0, 4.0);
        assertThat((double) get(gradient, "value")).isEqualTo(12 + Math.sin(3));
        assertThat((double) get(gradient, "x1")).isEqualTo(slope, CLOSE);
        assertThat((double) get(gradient, "x2")).isEqualTo(3);
    }

    @Test
    void theGradientOfOneScalarIsANumber() {
        double value = 1 / (1 + Math.exp(-0.5));
        assertThat((double) models("logisticGradient", 0.5)).isEqualTo(value * (1 - value), CLOSE);
    }

    @Test
    void gradientsHaveTheTypesOfTheParameters() {
        Object gradient = models("newtonGradient", 2.0, 1f);
        assertThat((double) get(gradient, "a")).isEqualTo(0.5 / Math.sqrt(2), within(1e-6));
        assertThat(get(gradient, "start")).isInstanceOf(Float.class);
    }

    private static double[] energyGradient(double factor) {
        double[] gradient = new double[3];
        for (int i = 0; i < 3; i++) {
            gradient[i] = factor * 2 * 2 * WEIGHTS[i] * WEIGHTS[i] * X[i];
        }
        return gradient;
    }

    @Test
    void vjpOverwritesAndVjpAddAccumulates() {
        double[] xBar = {100, 100, 100};
        Object value = models("energyVjp", X, WEIGHTS, 2, 10.0, xBar);
        assertThat(value).isEqualTo(2 * (9 + 1 + 1.0));
        assertThat(xBar).containsExactly(energyGradient(10), CLOSE);
        models("energyVjpAdd", X, WEIGHTS, 2, 10.0, xBar);
        assertThat(xBar).containsExactly(energyGradient(20), CLOSE);
        double[] gradient = {1, 1, 1};
        assertThat(models("energyValueAndGradient", X, WEIGHTS, 2, gradient)).isEqualTo(value);
        assertThat(gradient).containsExactly(energyGradient(1), CLOSE);
        assertThat((double[]) models("energyGradient", X, WEIGHTS, 2)).containsExactly(energyGradient(1), CLOSE);
    }

    private static void rejects(Class<? extends Exception> type, String message, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(type).hasMessage(message);
    }

    @Test
    void argumentsAreCheckedBeforeAnythingIsWritten() {
        double[] buffer = {7, 7, 7};
        rejects(NullPointerException.class, "x", () -> models("energyVjp", null, WEIGHTS, 1, 1.0, buffer));
        rejects(NullPointerException.class, "weights", () -> models("energyGradient", X, null, 1));
        rejects(NullPointerException.class, "xBar", () -> models("energyVjp", X, WEIGHTS, 1, 1.0, null));
        rejects(
                IllegalArgumentException.class,
                "xBar has length 2, expected 3",
                () -> models("energyVjpAdd", X, WEIGHTS, 1, 1.0, new double[2]));
        rejects(
                IllegalArgumentException.class,
                "gradient has length 2, expected 3",
                () -> models("energyValueAndGradient", X, WEIGHTS, 1, new double[2]));
        rejects(
                IllegalArgumentException.class,
                "xDot has length 4, expected 3",
                () -> models("energyJvp", X, WEIGHTS, 1, new double[4]));
        rejects(
                IllegalArgumentException.class,
                "xBar is the same array as x, expected another one",
                () -> models("energyVjp", X, WEIGHTS, 1, 1.0, X));
        rejects(
                IllegalArgumentException.class,
                "seed has length 2, expected 3",
                () -> fields("squaresVjp", X, new double[2], buffer));
        rejects(NullPointerException.class, "seed", () -> fields("squaresVjpAdd", X, null, buffer));
        rejects(
                IllegalArgumentException.class,
                "xBar has length 1, expected 3",
                () -> fields("squaresVjp", X, X.clone(), new double[1]));
        rejects(
                IllegalArgumentException.class,
                "tangent has length 2, expected 3",
                () -> fields("squaresJvp", X, X.clone(), new double[2]));
        rejects(
                IllegalArgumentException.class,
                "offsetBar has length 1, expected 3",
                () -> fields("affineVjp", X, 2.0, WEIGHTS, 1.0, new double[3], buffer, new double[1]));
        assertThat(buffer).containsOnly(7);
        assertThat(X).containsExactly(1, -2, 0.5);
    }

    @Test
    void arraysForwardAndInReverse() {
        double[] tangent = {9, 9, 9};
        assertThat((double[]) fields("squaresJvp", X, new double[] {1, 0, 2}, tangent))
                .containsExactly(1, 4, 0.25);
        assertThat(tangent).containsExactly(new double[] {2, 0, 2}, CLOSE);
        double[] xBar = {5, 5, 5};
        double[] seed = {10, 1, 0.1};
        assertThat((double[]) fields("squaresVjp", X, seed, xBar)).containsExactly(1, 4, 0.25);
        assertThat(xBar).containsExactly(new double[] {20, -4, 0.1}, CLOSE);
        fields("squaresVjpAdd", X, seed, xBar);
        assertThat(xBar).containsExactly(new double[] {40, -8, 0.2}, CLOSE);
    }

    @Test
    void pullbacksServeManySeedsWhateverTheCallerDoes() {
        double[] x = X.clone();
        Pullback pullback = (Pullback) fields("squaresPullback", x);
        x[0] = 1000;
        double[] first = new double[3];
        double[] second = new double[3];
        pullback.apply(new double[] {1, 1, 1}, first);
        pullback.apply(new double[] {2, 2, 2}, second);
        pullback.apply(new double[] {1, 1, 1}, x);
        assertThat(first).containsExactly(2, -4, 1);
        assertThat(second).containsExactly(4, -8, 2);
        assertThat(x).containsExactly(first);
        assertThat(pullback.value()).containsExactly(1, 4, 0.25);
    }

    @Test
    void jacobiansAgreeWhicheverWayTheyAreMade() {
        jacobians("squares", new double[][] {{2, 0, 0}, {0, -4, 0}, {0, 0, 1}}, X);
        double cos = Math.cos(0.5);
        double sin = Math.sin(0.5);
        jacobians("polar", new double[][] {{cos, -2 * sin}, {sin, 2 * cos}}, 2.0, 0.5);
        double[][] expected = new double[3][7];
        for (int i = 0; i < 3; i++) {
            expected[i][i] = 2 * 4;
            expected[i][3] = X[i] * 4;
            expected[i][4 + i] = 1;
        }
        jacobians("affine", expected, X, 2.0, WEIGHTS, 4.0);
        jacobians("squares", new double[0][0], new Object[] {new double[0]});
    }

    private static void jacobians(String name, double[][] expected, Object... arguments) {
        for (String way : List.of("Jacobian", "JacobianForward", "JacobianReverse")) {
            double[][] jacobian = (double[][]) fields(name + way, arguments);
            assertThat(jacobian)
                    .as(name + way)
                    .hasDimensions(expected.length, expected.length == 0 ? 0 : expected[0].length);
            for (int i = 0; i < expected.length; i++) {
                assertThat(jacobian[i]).as(name + way).containsExactly(expected[i], CLOSE);
            }
        }
    }

    @Test
    void scalarFunctionsBindTheirConstants() {
        ScalarFunction energy = (ScalarFunction) models("energyFunction", WEIGHTS, 2);
        assertThat(energy.value(X)).isEqualTo(22);
        assertThat(energy.gradient(X)).containsExactly(energyGradient(1), CLOSE);
        assertThat(energy.jvp(X, new double[] {0, 1, 0}).tangent()).isEqualTo(energyGradient(1)[1], CLOSE);
        ScalarFunction wave = (ScalarFunction) models("waveFunction");
        double[] point = {3, 4};
        assertThat(wave.gradient(point)).containsExactly(new double[] {4 + Math.cos(3), 3}, CLOSE);
        assertThat(wave.jvp(point, new double[] {0, 2}).tangent()).isEqualTo(6);
        assertThat(wave.value(point)).isEqualTo(12 + Math.sin(3));
        rejects(IllegalArgumentException.class, "x has length 1, expected 2", () -> wave.value(new double[1]));
        rejects(
                IllegalArgumentException.class,
                "adjoint has length 3, expected 2",
                () -> wave.vjp(point, 1, new double[3]));
        rejects(NullPointerException.class, "direction", () -> energy.jvp(X, null));
    }

    @Test
    void vectorFunctionsHavePullbacks() {
        VectorFunction polar = (VectorFunction) fields("polarFunction");
        double[] point = {2, 0.5};
        double[] seed = {1, 0};
        double[] row = {Math.cos(0.5), -2 * Math.sin(0.5)};
        double[] adjoint = new double[2];
        polar.pullback(point).apply(seed, adjoint);
        assertThat(adjoint).containsExactly(row, CLOSE);
        double[] again = {8, 8};
        assertThat(polar.vjp(point, seed, again)).isEqualTo(polar.value(point));
        assertThat(again).containsExactly(row, CLOSE);
        double[] tangent = new double[2];
        polar.jvp(point, new double[] {0, 1}, tangent);
        assertThat(tangent).containsExactly(new double[] {row[1], 2 * Math.cos(0.5)}, CLOSE);
    }

    private static String companion(List<String> enclosing, boolean isPublic, boolean isGeneratedVisible) {
        Compiler.Result result = Compiler.of(text("Models")).lower();
        List<Derivatives> methods =
                result.methods().stream().map(Pipeline.standard()::derivatives).toList();
        return CompanionClass.of(new Companion(
                        "golden", enclosing, null, isPublic, isGeneratedVisible, false, methods, List.of()))
                .get(0)
                .toString();
    }

    /** What does not fit into one class file is inherited from others, under the same names. */
    @Test
    void companionsInheritWhatIsTooMuchForOneClassFile() {
        Compiler.Result result = Compiler.of(text("Models")).lower();
        List<Derivatives> methods =
                result.methods().stream().map(Pipeline.standard()::derivatives).toList();
        Companion companion = new Companion("golden", List.of("Models"), null, true, true, false, methods, List.of());
        List<JavaFile> files = CompanionClass.of(companion, 100);
        assertThat(files).hasSizeGreaterThan(1);
        assertThat(files.get(files.size() - 1).typeSpec().name()).isEqualTo("ModelsDerivatives");
        Compiler compiler = Compiler.of(text("Models")).options("-proc:none").and("golden.User", """
                package golden;
                final class User {
                    private User() {}
                    static double use() {
                        ModelsDerivatives.WaveGradient gradient = ModelsDerivatives.waveGradient(3, 4);
                        return gradient.x1();
                    }
                }
                """);
        files.forEach(file -> compiler.and("golden." + file.typeSpec().name(), file.toString()));
        assertThat(compiler.plain()).isTrue();
    }

    @Test
    void companionsAreNamedAndSeenAsTheirClasses() {
        assertThat(companion(List.of("Models"), true, true)).contains("\npublic final class ModelsDerivatives {");
        assertThat(companion(List.of("Models"), false, true)).contains("\nfinal class ModelsDerivatives {");
        assertThat(companion(List.of("Outer", "Models"), true, false))
                .contains("public final class Outer_ModelsDerivatives {", "Outer.Models.wave(")
                .doesNotContain("Generated;");
    }

    @Test
    void companionsAreTheSameWheneverWritten() {
        assertThat(companion(List.of("Models"), true, true)).isEqualTo(companion(List.of("Models"), true, true));
    }
}
