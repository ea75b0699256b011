package io.github.cotangent.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.Compiler;
import io.github.cotangent.processor.ir.Derivatives;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.ir.Verifier;
import io.github.cotangent.processor.transform.DeadCode;
import io.github.cotangent.processor.transform.Hvp;
import io.github.cotangent.processor.transform.Jvp;
import io.github.cotangent.processor.transform.Share;
import io.github.cotangent.processor.transform.Simplify;
import io.github.cotangent.processor.transform.Vjp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole companions, to be read: {@code golden/Models.java} has its companion beside it, compiled here with every warning
 * an error. Written anew with {@code -Dgolden.update=true}.
 */
final class GoldenTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @ParameterizedTest
    @ValueSource(strings = {"Models", "Fields", "Losses"})
    void companionsAreAsTheyWere(String name) throws IOException {
        String source = Files.readString(GOLDEN.resolve(name + ".java"));
        String companion = companionOf(name, source);
        Path expected = GOLDEN.resolve(name + "Derivatives.java");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, companion);
        }
        List<JavaFileObject> sources = List.of(
                Compiled.source("golden." + name, source),
                Compiled.source("golden." + name + "Derivatives", companion));
        assertThat(Compiled.of(List.of(), sources)).isNotNull();
        assertThat(companion).isEqualTo(Files.readString(expected));
        assertThat(complaints(name, source, companion)).isEmpty();
    }

    /** What javac and doclint say of the companion, private members apart. */
    private static List<String> complaints(String name, String source, String companion) {
        Compiler.Result result = Compiler.of(companion)
                .and("golden." + name, source)
                .options("-Xdoclint:all/package")
                .lower();
        return result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getLineNumber() > 0
                        && diagnostic.getSource().getName().contains("Derivatives"))
                .map(Object::toString)
                .toList();
    }

    private static String companionOf(String name, String source) {
        Compiler.Result result = Compiler.of(source).lower();
        assertThat(result.messages()).isEmpty();
        List<Derivatives> methods =
                result.methods().stream().map(GoldenTest::derivatives).toList();
        return CompanionClass.of(new Companion("golden", List.of(name), null, true, true, methods))
                .toString();
    }

    static Derivatives derivatives(Method method) {
        Function primal = simplified(method.primal());
        List<Value> differentiable = method.differentiable();
        Optional<Derivatives.Pullback> pullback =
                method.result().isArray() ? Optional.of(Vjp.split(primal, differentiable)) : Optional.empty();
        return new Derivatives(
                method,
                simplified(Jvp.of(primal, differentiable)),
                simplified(Vjp.of(primal, differentiable)),
                pullback.map(both -> new Derivatives.Pullback(simplified(both.forward()), simplified(both.reverse()))),
                method.order() < 2 ? Optional.empty() : Optional.of(hvp(primal, differentiable)));
    }

    private static Function hvp(Function primal, List<Value> differentiable) {
        return simplified(Hvp.of(simplified(Vjp.gradient(primal, differentiable)), differentiable));
    }

    private static Function simplified(Function function) {
        return Verifier.verify(DeadCode.removeFrom(Share.apply(Simplify.apply(function))));
    }
}
