package io.github.cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compilations that the processor finds itself in: rounds, wrappers, other compilers, code that is no Java. */
class EnvironmentTest {

    private static final String HEAD = "package p;\nimport io.github.cotangent.*;\n";

    private static Compiler model(String body) {
        return Compiler.of(HEAD + "class M {\n@Differentiable static double f(double x) {\n" + body + "\n}\n"
                + "double use() { return MDerivatives.fGradient(3); }\n}\n");
    }

    private static final String GREATEST = """
            double max = 0;
            for (int i = 0; i < 9; i++) {
                double[] y = {x, 2 * x, i};
                for (int j = 0; j < y.length; j++) {
                    max = Math.max(max, y[j]);
                }
            }
            return max;""";

    @Test
    void optionLeavesPassesOut() {
        Compiler.Result all = model(GREATEST).build();
        Compiler.Result some = model(GREATEST)
                .options("-Acotangent.without=elements, unroll,extremes")
                .build();
        assertThat(some.messages()).isEmpty();
        assertThat(some.classes().get("p.MDerivatives"))
                .isNotEqualTo(all.classes().get("p.MDerivatives"));
    }

    @Test
    void optionNamesPassesThatThereAre() {
        assertThat(model("return x;")
                        .options("-Acotangent.without=speed")
                        .build()
                        .messages())
                .hasSize(1)
                .first()
                .asString()
                .contains("there is no pass 'speed' to leave out; there are unroll, elements, hoist, extremes");
    }

    @Test
    void companionIsUsedInItsOwnClass() {
        Compiler.Result result = Compiler.of(HEAD + """
                class M {
                    static final double SLOPE = MDerivatives.fGradient(2);
                    static { MDerivatives.fGradient(3); }
                    @Differentiable static double f(double x) { return x * x; }
                    static double use() {
                        var d = MDerivatives.fJvp(3, 1);
                        double s = d.tangent();
                        for (var v : MDerivatives.gGradient(new double[] {1, 2})) { s += v; }
                        java.util.function.DoubleUnaryOperator slope = t -> MDerivatives.fGradient(t);
                        return s + slope.applyAsDouble(SLOPE);
                    }
                    @Differentiable static double g(double[] x) { return x[0] * x[1]; }
                }
                """).build();
        assertThat(result.messages()).isEmpty();
        assertThat(result.success()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            return foo(x);                     | cannot find symbol
            Bar b = null; return x;            | cannot find symbol
            return x + nix;                    | cannot find symbol
            return x.y;                        | double cannot be dereferenced
            int k = 1.5; return k * x;         | incompatible types
            int k = x; return k;               | incompatible types
            boolean b = x; return b ? 1 : 2;   | incompatible types
            return Math.sin(x, x);             | method sin in class java.lang.Math cannot be applied
            return x && true;                  | bad operand types
            double y; return y;                | variable y might not have been initialized
            return;                            | incompatible types: missing return value
            x = 1;                             | missing return statement
            final double z = 1; z = 2; return z; | cannot assign a value to final variable z
            """)
    void mistakesAreLeftToJavac(String body, String error) {
        Compiler.Result result = model(body).lenient().build();
        assertThat(result.messages())
                .filteredOn(message -> !message.contains("created in the last round"))
                .singleElement()
                .asString()
                .startsWith(error);
    }

    @Test
    void unsupportedCodeIsOurErrorAlone() {
        assertThat(model("return Math.random();").build().messages())
                .singleElement()
                .asString()
                .startsWith("[RandomNumber]");
    }

    @Test
    void waitsForWhatOtherProcessorsGenerate() {
        Compiler.Result result = model("return Rates.RATE * Rates.Inner.K * x;")
                .with(new Generator(
                        "p.Rates",
                        "package p; class Rates { static final double RATE = 2;"
                                + " static class Inner { static final int K = 3; } }"))
                .build();
        assertThat(result.messages()).isEmpty();
        assertThat(result.success()).isTrue();
    }

    @Test
    void unwrapsTheEnvironmentOfBuildTools() {
        Compiler.Result result = model("return x * x;").compile(new Wrapping(new DifferentiableProcessor()), List.of());
        assertThat(result.messages()).isEmpty();
        assertThat(result.success()).isTrue();
    }

    @Test
    void otherCompilersAreToldThatJavacIsNeeded() {
        List<String> messages = new ArrayList<>();
        Messager messager = proxy(Messager.class, (name, arguments) -> messages.add((String) arguments[1]));
        Map<String, Object> answers = Map.of("getMessager", messager, "getOptions", Map.of());
        ProcessingEnvironment foreign = proxy(ProcessingEnvironment.class, (name, arguments) -> answers.get(name));
        DifferentiableProcessor processor = new DifferentiableProcessor();
        processor.init(foreign);
        assertThat(messages).singleElement().asString().startsWith("[NeedsJavac]");
        assertThat(processor.process(Set.of(), proxy(RoundEnvironment.class, (name, arguments) -> false)))
                .isTrue();
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    Object result = answer.to(method.getName(), given);
                    return method.getReturnType() == void.class ? null : result;
                }));
    }

    @Test
    void aClassInTheFileOfAnotherIsReferredToWithoutWarning() {
        Compiler.Result result = Compiler.of(HEAD + "class M {}")
                .and("Elsewhere", HEAD + """
                        class Elsewhere {}

                        class Aside {
                            @Differentiable
                            static double f(double x) {
                                return x * x;
                            }
                        }
                        """)
                .compile(new DifferentiableProcessor(), List.of());
        assertThat(result.messages()).isEmpty();
        assertThat(result.success()).isTrue();
    }

    @Test
    void faultsAreReportedAtTheClassWithTheCode() {
        Companions failing = (type, outcome) -> {
            throw new IllegalStateException("on purpose");
        };
        Compiler.Result result = Compiler.of(
                        HEAD + "class M { @Differentiable static double f(double x) { return x; } }")
                .compile(new DifferentiableProcessor(environment -> failing), List.of());
        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith("[InternalError] Cotangent itself failed on M")
                .contains("on purpose", "return x");
    }

    @Test
    void companionOfTheUserIsNotOverwritten() {
        Compiler.Result result = Compiler.of(
                        HEAD + "class M { @Differentiable static double f(double x) { return x; } }")
                .and("p.MDerivatives", "package p; class MDerivatives {}")
                .build();
        assertThat(result.messages()).singleElement().asString().startsWith("[CompanionExists]");
    }

    @Test
    void worksInAModule() {
        Compiler.Result result = model("return Math.PI * x;")
                .and("module-info", "module m { requires io.github.cotangent; }")
                .options(
                        "--module-path",
                        System.getProperty("java.class.path")
                                .replaceAll(
                                        "^.*?([^" + java.io.File.pathSeparator + "]*runtime[^"
                                                + java.io.File.pathSeparator + "]*).*$",
                                        "$1"))
                .build();
        assertThat(result.messages()).isEmpty();
        assertThat(result.success()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-proc:only", "--release=17", "-parameters", "-g"})
    void worksWithOption(String option) {
        Compiler.Result result =
                model("return x * x;").options(option.split("=")).build();
        assertThat(result.messages().stream().filter(message -> !message.contains("preview")))
                .isEmpty();
        assertThat(result.success()).isTrue();
    }

    @Test
    void worksWithPreviewFeatures() {
        String version = String.valueOf(Runtime.version().feature());
        Compiler.Result result = model("return x * x;")
                .options("--enable-preview", "--release", version)
                .build();
        assertThat(result.success()).isTrue();
    }

    @Test
    void errorsStandAtTheirColumnWhateverTheLineEnds() {
        String source = "package p;\r\nclass M {\r\n\t@io.github.cotangent.Differentiable\r\n"
                + "\tstatic double f(double größe) {\r\n\t\tdouble y = größe; y += Math.random();\r\n\t\treturn y;\r\n\t}\r\n}\r\n";
        var diagnostic = Compiler.of(source).build().diagnostics().get(0);
        assertThat(diagnostic.getMessage(Locale.ROOT)).startsWith("[RandomNumber]");
        assertThat(diagnostic.getLineNumber()).isEqualTo(5);
        assertThat(source.substring((int) diagnostic.getStartPosition(), (int) diagnostic.getEndPosition()))
                .isEqualTo("Math.random()");
    }

    @Test
    void positionsQuoteTheSource() {
        Compiler.Result result = Compiler.of(
                        "class M {\r\n\t@io.github.cotangent.Differentiable\r\n"
                                + "\tstatic double f(double größe) {\r\n\t\tdouble y =\r\n\t\t\t2 * größe;\r\n"
                                + "\t\tfor (int i = 0; i < 3; i++) {\r\n\t\t\ty += i;\r\n\t\t}\r\n\t\treturn y;\r\n\t}\r\n}\r\n")
                .lower();
        Map<Long, String> positions = result.methods().get(0).primal().body().statements().stream()
                .map(statement -> statement.position())
                .collect(Collectors.toMap(position -> position.line(), position -> position.text(), (a, b) -> a));
        assertThat(positions)
                .containsEntry(4L, "double y = 2 * größe;")
                .containsEntry(6L, "for (int i = 0; i < 3; i++)");
    }

    @Test
    void longSumsNeedNoStack() {
        String sum = IntStream.range(0, 800).mapToObj(i -> "x").collect(Collectors.joining(" + "));
        Compiler.Result result = Compiler.of(
                        HEAD + "class M { @Differentiable static double f(double x) { return " + sum + "; } }")
                .lower();
        assertThat(result.success()).isTrue();
        assertThat(result.methods().get(0).primal().body().statements()).hasSize(799);
    }

    /** Writes a class in the first round. */
    static final class Generator extends AbstractProcessor {

        private final String name;
        private final String text;
        private boolean done;

        Generator(String name, String text) {
            this.name = name;
            this.text = text;
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile(name).openWriter()) {
                    writer.write(text);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
            return false;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }
    }

    /** Wraps the environment as Gradle does. */
    private static final class Wrapping extends AbstractProcessor {

        private final DifferentiableProcessor inner;

        Wrapping(DifferentiableProcessor inner) {
            this.inner = inner;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            inner.init(new Wrapper(environment));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return inner.process(annotations, round);
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return inner.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }
    }

    private record Wrapper(ProcessingEnvironment delegate) implements ProcessingEnvironment {

        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public Filer getFiler() {
            return delegate.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }

    /** Builds that compile what has changed, and no more, rely on this. */
    @Test
    void companionsDoNotDependOnTheBodiesOfOtherClasses() {
        assertThat(companionBeside("return x * y;")).isEqualTo(companionBeside("return Math.sin(x) / (y - 1);"));
    }

    private static String companionBeside(String body) {
        Compiler.Result result = Compiler.of(HEAD + """
                final class M {
                    @Differentiable(order = 2)
                    static double f(double x) { return Other.g(x, 2) * Other.SCALE; }
                }
                """)
                .and(
                        "p.Other",
                        HEAD + "final class Other {\nstatic final double SCALE = 2.5;\n"
                                + "@Differentiable(order = 2) static double g(double x, double y) {" + body + "}\n}\n")
                .build();
        assertThat(result.messages()).isEmpty();
        return new String(result.classes().get("p.MDerivatives.java"), StandardCharsets.UTF_8);
    }
}
