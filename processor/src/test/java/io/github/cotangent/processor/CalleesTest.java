package io.github.cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of annotated methods of other classes, wherever these come from: the same round, other packages, class files. */
class CalleesTest {

    private static final String LIBRARY = """
            package lib;
            import io.github.cotangent.*;
            public class Library {
                @Differentiable(order = 2)
                public static double wave(double value, double y, @Constant double c) { return value * y * y * c; }
                @Differentiable(order = 2)
                public static double weighed(double[] seed, double y) { return seed[0] * seed[1] * y * y; }
                @Differentiable
                public static double[] pair(double x) { return new double[] {x, x * x}; }
            }
            """;

    private static final String MODEL = """
            package p;
            import io.github.cotangent.*;
            import lib.Library;
            public class Model {
                @Differentiable(order = 2)
                public static double f(double x, double y) {
                    return Library.wave(x, y, 3) * Library.weighed(new double[] {x, y}, x);
                }
                @Differentiable
                public static double g(double x) { return Library.pair(x)[1]; }
            }
            """;

    @TempDir
    Path directory;

    private void write(Map<String, byte[]> classes) throws IOException {
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            Path file = directory.resolve(entry.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
    }

    private static void checkModel(Compiler.Result result) {
        assertThat(result.messages()).isEmpty();
        assertThat(result.success()).isTrue();
    }

    private static double call(Compiler.Result result, String type, String method, double... arguments)
            throws ReflectiveOperationException {
        Class<?>[] types = new Class<?>[arguments.length];
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            types[i] = double.class;
            values[i] = arguments[i];
        }
        var member = result.load(type).getDeclaredMethod(method, types);
        member.setAccessible(true);
        return (double) member.invoke(null, values);
    }

    @Test
    void anotherPackageInTheSameRound() throws ReflectiveOperationException {
        Compiler.Result result =
                Compiler.of(MODEL + """
                class Use {
                    static double slope(double x, double y) { return ModelDerivatives.fGradient(x, y).y(); }
                    static double second(double x, double y) { return ModelDerivatives.fHessian(x, y)[0][1]; }
                    static double ofVector(double x) { return ModelDerivatives.gGradient(x); }
                }
                """).and("lib.Library", LIBRARY).build();
        checkModel(result);
        // f = 3 x^4 y^3
        assertThat(call(result, "p.Use", "slope", 2, 0.5)).isCloseTo(9 * 16 * 0.25, within(1e-12));
        assertThat(call(result, "p.Use", "second", 2, 0.5)).isCloseTo(36 * 8 * 0.25, within(1e-12));
        assertThat(call(result, "p.Use", "ofVector", 3)).isEqualTo(6);
    }

    /** Class files keep no names of parameters, and here the companion has changed them besides. */
    @Test
    void classFilesOnly() throws IOException {
        write(Compiler.of(LIBRARY).build().classes());
        checkModel(Compiler.of(MODEL).options(classPath()).build());
    }

    /** Records of another package, and members that are known by the names of their parameters alone. */
    private static final String RECORDS = """
            package lib;
            import io.github.cotangent.*;
            public class Records {
                public enum Kind { ONE, TWO }
                public record Point(double x, float y) {}
                public record Path(Point start, double[] more, Kind kind, boolean isOpen, byte size, String name) {}
                @Differentiable(order = 2)
                public static double length(Path value, double[] w, @Constant Point Records) {
                    return value.start().x() * value.more()[0] * value.more()[0] * w[0] + value.start().y() * Records.x();
                }
                @Differentiable(order = 2)
                public static double[] pair(double x, Path path, @Constant double c) {
                    return new double[] {x * x * path.more()[0], c * path.start().y() * path.start().y()};
                }
                @Differentiable(order = 2)
                public static void store(Path value, double seed, @Output double[] y) {
                    y[0] = value.start().x() * seed * value.more()[0];
                }
                @Differentiable
                public static Path moved(Path path, double tangent) {
                    return new Path(new Point(path.start().x() * tangent, path.start().y()),
                        new double[] {path.more()[0] * tangent, 1}, path.kind(), true, (byte) 1, "moved");
                }
            }
            """;

    private static final String RECORD_MODEL = """
            package p;
            import io.github.cotangent.*;
            import lib.Records;
            public class Model {
                @Differentiable(order = 2)
                public static double f(double x, float y, double[] w) {
                    var path = new Records.Path(new Records.Point(x, y), w, Records.Kind.TWO, false, (byte) 2, "f");
                    double[] z = new double[1];
                    Records.store(path, y, z);
                    return Records.length(path, w, new Records.Point(4, 1)) * Records.pair(x, path, 3)[0]
                        + Records.pair(x, path, 3)[1] * z[0];
                }
                @Differentiable
                public static double g(lib.Records.Path path, double s) {
                    return Records.length(Records.moved(path, s), path.more(), new lib.Records.Point(4, 1)) * s;
                }
            }
            """;

    private static final String RECORD_USE = """
            class Use {
                static double f(double x, double y, double w) { return Model.f(x, (float) y, new double[] {w}); }
                static double byX(double x, double y, double w) {
                    return ModelDerivatives.fGradient(x, (float) y, new double[] {w}).x();
                }
                static double byW(double x, double y, double w) {
                    return ModelDerivatives.fGradient(x, (float) y, new double[] {w}).w()[0];
                }
                static double alongX(double x, double y, double w) {
                    return ModelDerivatives.fJvp(x, (float) y, new double[] {w}, 1, 0, new double[1]).tangent();
                }
                static double byY(double x, double y, double w) {
                    return ModelDerivatives.fGradient(x, (float) y, new double[] {w}).y();
                }
                static double alongY(double x, double y, double w) {
                    return ModelDerivatives.fJvp(x, (float) y, new double[] {w}, 0, 1, new double[1]).tangent();
                }
                static double byXAndY(double x, double y, double w) {
                    return ModelDerivatives.fHessian(x, (float) y, new double[] {w})[0][1];
                }
                static double byXAndW(double x, double y, double w) {
                    return ModelDerivatives.fHessian(x, (float) y, new double[] {w})[0][2];
                }
                static Records.Path path(double x, double w) {
                    return new Records.Path(new Records.Point(x, 2), new double[] {w}, Records.Kind.ONE, true, (byte) 0, "");
                }
                static double g(double x, double w, double s) { return Model.g(path(x, w), s); }
                static double gByX(double x, double w, double s) {
                    return ModelDerivatives.gGradient(path(x, w), s).path().start().x();
                }
                static double gByW(double x, double w, double s) {
                    return ModelDerivatives.gGradient(path(x, w), s).path().more()[0];
                }
                static double gAlongS(double x, double w, double s) {
                    Records.Path zero = path(0, 0);
                    zero = new Records.Path(new Records.Point(0, 0), zero.more(), null, true, (byte) 0, "");
                    return ModelDerivatives.gJvp(path(x, w), s, zero, 1).tangent();
                }
            }
            """;

    private static void checkRecords(Compiler.Result result) throws ReflectiveOperationException {
        checkModel(result);
        double x = 0.75;
        double w = 1.25;
        double h = 1e-6;
        double byX = (call(result, "p.Use", "f", x + h, 2, w) - call(result, "p.Use", "f", x - h, 2, w)) / (2 * h);
        double byW = (call(result, "p.Use", "f", x, 2, w + h) - call(result, "p.Use", "f", x, 2, w - h)) / (2 * h);
        double byXAndW =
                (call(result, "p.Use", "byX", x, 2, w + h) - call(result, "p.Use", "byX", x, 2, w - h)) / (2 * h);
        assertThat(call(result, "p.Use", "byX", x, 2, w)).isCloseTo(byX, within(1e-6));
        assertThat(call(result, "p.Use", "alongX", x, 2, w)).isCloseTo(byX, within(1e-6));
        assertThat(call(result, "p.Use", "byW", x, 2, w)).isCloseTo(byW, within(1e-6));
        assertThat(call(result, "p.Use", "byXAndW", x, 2, w)).isCloseTo(byXAndW, within(1e-6));
        double exact = 0x1p-7;
        double byY = (call(result, "p.Use", "f", x, 2 + exact, w) - call(result, "p.Use", "f", x, 2 - exact, w))
                / (2 * exact);
        double byXAndY = (call(result, "p.Use", "byX", x, 2 + exact, w) - call(result, "p.Use", "byX", x, 2 - exact, w))
                / (2 * exact);
        assertThat(call(result, "p.Use", "byY", x, 2, w)).isCloseTo(byY, within(1e-3));
        assertThat(call(result, "p.Use", "alongY", x, 2, w)).isCloseTo(byY, within(1e-3));
        assertThat(call(result, "p.Use", "byXAndY", x, 2, w)).isCloseTo(byXAndY, within(1e-3));
        double gByX = (call(result, "p.Use", "g", x + h, w, 3) - call(result, "p.Use", "g", x - h, w, 3)) / (2 * h);
        double gByW = (call(result, "p.Use", "g", x, w + h, 3) - call(result, "p.Use", "g", x, w - h, 3)) / (2 * h);
        double gByS = (call(result, "p.Use", "g", x, w, 3 + h) - call(result, "p.Use", "g", x, w, 3 - h)) / (2 * h);
        assertThat(call(result, "p.Use", "gByX", x, w, 3)).isCloseTo(gByX, within(1e-5));
        assertThat(call(result, "p.Use", "gByW", x, w, 3)).isCloseTo(gByW, within(1e-5));
        assertThat(call(result, "p.Use", "gAlongS", x, w, 3)).isCloseTo(gByS, within(1e-5));
    }

    @Test
    void recordsOfAnotherPackage() throws ReflectiveOperationException {
        checkRecords(Compiler.of(RECORD_MODEL + RECORD_USE)
                .and("lib.Records", RECORDS)
                .build());
    }

    @Test
    void recordsOfClassFiles() throws IOException, ReflectiveOperationException {
        Compiler.Result library = Compiler.of(RECORDS).build();
        checkModel(library);
        write(library.classes());
        checkModel(Compiler.of(RECORD_MODEL + RECORD_USE).options(classPath()).build());
    }

    @Test
    void recordsThatNoAnnotatedMethodOfTheirsGuarantees() {
        assertThat(Compiler.of("""
                        package p;
                        import io.github.cotangent.*;
                        import lib.*;
                        class M {
                            @Differentiable static double f(Free p) { return p.x(); }
                            @Differentiable static double g(double x) { return new Free(x).x(); }
                            @Differentiable static double h(double x) { return new Point(x, 1).x(); }
                            @Differentiable static double i(double x) { return new Point(x).x(); }
                        }
                        """)
                        .and("lib.Free", """
                        package lib;
                        public record Free(double x) {}
                        """)
                        .and("lib.Point", """
                        package lib;
                        import io.github.cotangent.*;
                        public record Point(double x, double y) {
                            public Point(double x) { this(2 * x, x); }
                            @Differentiable public static double length(Point p) { return p.x() * p.y(); }
                        }
                        """)
                        .build()
                        .messages())
                .satisfiesExactly(
                        message -> assertThat(message).startsWith("[RecordWithCode]"),
                        message -> assertThat(message).startsWith("[RecordElsewhere] Free"),
                        message -> assertThat(message).startsWith("[RecordElsewhere] Point"));
    }

    @Test
    void recordsThatDerivativesCannotCreate() {
        assertThat(Compiler.of("""
                        package p;
                        import io.github.cotangent.*;
                        class M extends lib.Base {
                            @Differentiable static double f(double x) { return lib.Base.length(lib.Base.made(x)); }
                        }
                        """).and("lib.Base", """
                        package lib;
                        import io.github.cotangent.*;
                        public class Base {
                            protected record Point(double x) {}
                            @Differentiable public static double length(Point p) { return p.x(); }
                            @Differentiable public static Point made(double x) { return new Point(x); }
                        }
                        """).build().messages())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).startsWith("[InaccessibleMethod]"));
    }

    @Test
    void classFilesWithoutCompanions() throws IOException {
        write(Compiler.of(LIBRARY).options("-proc:none").build().classes());
        assertThat(Compiler.of(MODEL).options(classPath()).build().messages())
                .hasSize(3)
                .allSatisfy(message -> assertThat(message).startsWith("[CompanionMissing]"));
    }

    @Test
    void classesThatCallEachOther() throws ReflectiveOperationException {
        Compiler.Result result = Compiler.of("""
                        package p;
                        import io.github.cotangent.*;
                        public class A {
                            @Differentiable(order = 2)
                            public static double f(double x, int n) { return n == 0 ? x : x * q.B.g(x, n - 1); }
                            @Differentiable(order = 2)
                            public static double h(double x) { return x * x * x; }
                            static double slope(double x, double n) { return ADerivatives.fGradient(x, (int) n); }
                        }
                        """).and("q.B", """
                        package q;
                        import io.github.cotangent.*;
                        import static p.A.*;
                        public class B {
                            @Differentiable(order = 2)
                            public static double g(double x, int n) { return n == 0 ? h(x) : f(x, n - 1) * x; }
                        }
                        """).build();
        checkModel(result);
        // n = 1: x * x^3; n = 2: x * x * x
        assertThat(call(result, "p.A", "slope", 2, 1)).isCloseTo(32, within(1e-12));
        assertThat(call(result, "p.A", "slope", 2, 2)).isCloseTo(12, within(1e-12));
    }

    @Test
    void aMethodOfTheUnnamedPackage() {
        checkModel(Compiler.of("""
                        import io.github.cotangent.*;
                        class M {
                            @Differentiable static double f(double MDerivatives, double M) { return N.g(MDerivatives, M); }
                        }
                        """).and("N", """
                        import io.github.cotangent.*;
                        class N {
                            @Differentiable static double g(double N, double NDerivatives) { return N * NDerivatives; }
                        }
                        """).build());
    }

    /** The classes have one name, and so have their companions. */
    @Test
    void aClassOfTheSameNameInAnotherPackage() {
        checkModel(Compiler.of("""
                        package p;
                        import io.github.cotangent.*;
                        public class Library {
                            @Differentiable
                            public static double wave(double x) { return lib.Library.wave(x, x, 1) * x; }
                        }
                        """).and("lib.Library", LIBRARY).build());
    }

    @Test
    void waitsForAnnotatedMethodsThatAreGenerated() {
        checkModel(Compiler.of(MODEL)
                .with(new EnvironmentTest.Generator("lib.Library", LIBRARY))
                .build());
    }

    @Test
    void theErrorOfALibraryMethodShowsTheRule() {
        List<String> messages = Compiler.of("""
                        package p;
                        import io.github.cotangent.*;
                        class M {
                            @Differentiable static double f(double x) { return Other.blend(x, 2, x); }
                            @Differentiable static double g(double[] x) { return Other.norm(x, 2, 1); }
                        }
                        class Unused {}
                        """).and("p.Other", """
                        package p;
                        class Other {
                            static double blend(double a, int n, double b) { return a * n + b; }
                            static double norm(double[] v, double p, int n) { return v[0] * p * n; }
                        }
                        """).build().messages();
        assertThat(messages)
                .containsExactly(
                        "[CallElsewhere] blend is a method of another source file and has no derivatives; annotate it there"
                                + " with @Differentiable, or write in this class\n"
                                + "  @DerivativeOf(type = Other.class, method = \"blend\")\n"
                                + "  static double blendByA(double a, int n, double b) { ... }\n"
                                + "  @DerivativeOf(type = Other.class, method = \"blend\", parameter = 2)\n"
                                + "  static double blendByB(double a, int n, double b) { ... }",
                        "[CallElsewhere] norm is a method of another source file and has no derivatives; annotate it there"
                                + " with @Differentiable, or write in this class\n"
                                + "  @JvpOf(type = Other.class, method = \"norm\")\n"
                                + "  static Dual normJvp(double[] v, double p, int n, double[] vDot, double pDot) { ... }\n"
                                + "  record NormVjp(double value, double p) {}\n"
                                + "  @VjpOf(type = Other.class, method = \"norm\")\n"
                                + "  static NormVjp normVjpAdd(double[] v, double p, int n, double seed, double[] vBar) { ... }");
    }

    private String[] classPath() {
        return new String[] {"-cp", directory + java.io.File.pathSeparator + System.getProperty("java.class.path")};
    }
}
