package io.github.cotangent.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import io.github.cotangent.processor.Compiler;
import io.github.cotangent.processor.diagnostics.Reporter;
import io.github.cotangent.processor.frontend.resolve.Attribution;
import io.github.cotangent.processor.frontend.resolve.Attributor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;

/** A resolver that is wrong is found out by javac. */
class AttributionCheckTest {

    private static final String SOURCE = """
            class M {
                static double f(int n) {
                    return n / 2L;
                }
                static double g(int n) {
                    return n + h(1);
                }
                static int h(int n) { return n; }
                static double h(long n) { return n; }
            }
            """;

    @Test
    void agreesWithJavac() {
        assertThat(differences(false, false)).isEmpty();
    }

    @Test
    void wrongTypeIsReportedAtItsTree() {
        assertThat(differences(true, false))
                .contains("2L: [AttributionMismatch] javac says 'long' where Cotangent took 'int'; please report this,"
                        + " and write the expression in a simpler way");
    }

    @Test
    void acceptanceOfWhatWasNotUnderstoodIsReported() {
        assertThat(differences(false, true)).hasSize(4).allMatch(text -> text.contains("[NotUnderstood]"));
    }

    private static List<String> differences(boolean lie, boolean expectErrors) {
        Checking processor = new Checking(lie, expectErrors);
        Compiler.Result result = Compiler.of(SOURCE).compile(processor, List.of());
        assertThat(result.messages()).isEmpty();
        return processor.differences;
    }

    private static final class Checking extends AbstractProcessor {

        private final List<String> differences = new ArrayList<>();
        private final boolean lie;
        private final boolean expectErrors;

        Checking(boolean lie, boolean expectErrors) {
            this.lie = lie;
            this.expectErrors = expectErrors;
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            Javac javac = Javac.behind(processingEnv).orElseThrow();
            AttributionCheck check = new AttributionCheck(javac.trees());
            for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
                javac.task().addTaskListener(check);
                ElementFilter.methodsIn(type.getEnclosedElements())
                        .forEach(method -> expect(javac, check, type, method));
            }
            return false;
        }

        private void expect(Javac javac, AttributionCheck check, TypeElement type, ExecutableElement method) {
            TreePath path = javac.trees().getPath(method);
            MethodTree tree = (MethodTree) path.getLeaf();
            Reporter<Tree> reporter = new Reporter<>((text, place) -> differences.add(place + ": " + text));
            if (expectErrors) {
                check.expectErrors(type, tree, reporter);
                return;
            }
            Types types = lie ? lying(processingEnv.getTypeUtils()) : processingEnv.getTypeUtils();
            Attribution attribution =
                    Attributor.of(processingEnv.getElementUtils(), types, path.getCompilationUnit(), method, tree);
            check.expect(type, path.getCompilationUnit(), attribution, reporter);
        }

        /** Takes every long for an int. */
        private static Types lying(Types types) {
            return (Types) Proxy.newProxyInstance(
                    Types.class.getClassLoader(), new Class<?>[] {Types.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("getPrimitiveType") && arguments[0] == TypeKind.LONG) {
                            return types.getPrimitiveType(TypeKind.INT);
                        }
                        try {
                            return method.invoke(types, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
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
}
