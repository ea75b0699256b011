package io.github.cotangent.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.Generation;
import io.github.cotangent.processor.Generation.Mode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How generated code shows the user's: statements in comments, constants by their names. */
class QuotesTest {

    private static final String CONSTANTS = """
            package p;
            public final class Constants {
                public static final double A = 2;
                static final double[] ROW = {3};
                static final class Inner { static final double B = 4; }
                private Constants() {}
            }
            """;

    private static final String ELSEWHERE = """
            package elsewhere;
            public final class Far {
                public static final double D = 6;
                public static final class Inner { public static final double E = 7; private Inner() {} }
                private Far() {}
            }
            """;

    private static String companion(String body) {
        String text = "package p;\nimport io.github.cotangent.Differentiable;\nfinal class Models {\n"
                + "static final double C = 5;\nprivate Models() {}\n@Differentiable " + body + "}";
        Map<String, String> sources = Map.of("p.Models", text, "p.Constants", CONSTANTS, "elsewhere.Far", ELSEWHERE);
        return Generation.of(Mode.SIMPLIFIED, sources).companions().get("p.ModelsDerivatives");
    }

    @Test
    void aStatementIsQuotedWithoutAnnotationsAndComments() {
        String companion = companion("""
                static double f(double x) {
                    @SuppressWarnings("x") // REASON /* not */
                    double a = x /* FIRST */ * x * x
                        // SECOND
                        * x;
                    return Math.sin(a) // the "end"
                        * a;
                }""");
        assertThat(companion)
                .contains("// double a = x * x * x * x;\n", "// return Math.sin(a) * a;\n")
                .doesNotContain("Suppress", "REASON", "FIRST", "SECOND", "end\"");
    }

    @Test
    void whatLooksLikeACommentInTextStays() {
        String companion = companion("""
                static double f(double x) {
                    if (x < 0) throw new IllegalArgumentException("http://x \\" /* y */" /* z */ + '"' + x);
                    return x * x * x * x;
                }""");
        assertThat(companion).contains("\"http://x \\\" /* y */").doesNotContain("z");
    }

    @Test
    void constantsGoWithoutTheirPackage() {
        String companion = companion(
                "static double f(double x) { return x * x * C * Constants.A * Constants.ROW[0] * Constants.Inner.B"
                        + " * elsewhere.Far.D * elsewhere.Far.Inner.E * Math.PI; }");
        assertThat(companion.replaceAll("//.*", ""))
                .contains("import elsewhere.Far;\n")
                .contains("Models.C", " Constants.A", "Constants.ROW[0]", "Constants.Inner.B", "Far.Inner.E", "Math.PI")
                .doesNotContain("p.Constants", "p.Models.", "elsewhere.Far.");
    }

    @Test
    void constantsOfAClassThatAVariableHidesGoWithIt() {
        String companion = companion("""
                static double f(double Constants, double[] w) {
                    double Far = Constants * w[0];
                    return Far * g(Far) * Far * Constants;
                }
                static double g(double y) {
                    return y * Constants.A * Constants.ROW[0] * elsewhere.Far.D;
                }
                @Differentiable static double[] v(double[] x, double Constants) {
                    double Far = Math.sin(Constants);
                    return new double[] {Far * Constants * g(x[0]), x[0] * Far};
                }""");
        assertThat(companion).contains("p.Constants.A", "p.Constants.ROW", "* Far.D");
    }

    @Test
    void aConstantsClassMayBeCalledLikeAGeneratedRecord() {
        Map<String, String> sources = Map.of(
                "p.Models",
                """
                package p;
                final class Models {
                    private Models() {}
                    @io.github.cotangent.Differentiable
                    static double f(double x, double y) { return x * y * FVjp.A * q.Math.B * Math.sin(y); }
                }""",
                "p.FVjp",
                "package p; final class FVjp { static final double A = 2; private FVjp() {} }",
                "q.Math",
                "package q; public final class Math { public static final double B = 2; private Math() {} }");
        assertThat(Generation.of(Mode.SIMPLIFIED, sources).companions().get("p.ModelsDerivatives"))
                .contains("p.FVjp.A");
    }
}
