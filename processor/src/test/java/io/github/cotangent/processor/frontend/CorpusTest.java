package io.github.cotangent.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.github.cotangent.processor.Compiler;
import io.github.cotangent.processor.diagnostics.Reporter;
import io.github.cotangent.processor.frontend.resolve.Attribution;
import io.github.cotangent.processor.frontend.resolve.Attributor;
import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** The bodies of all methods of Commons Math: whatever the resolver says of them, javac says too. */
class CorpusTest {

    @Test
    void resolverAgreesWithJavac() throws IOException {
        Everything everything = new Everything();
        Compiler compiler = new Compiler().lenient();
        int files = addSources(compiler);
        Compiler.Result result = compiler.compile(everything, List.of());

        assertThat(everything.differences).isEmpty();
        assertThat(result.success()).isTrue();
        System.out.printf(
                "Commons Math: %d files, %d methods, %d types and symbols compared with javac, %d differences%n",
                files, everything.methods, everything.check.comparisons(), everything.differences.size());
        assertThat(everything.check.comparisons()).isGreaterThan(340_000);
    }

    private static int addSources(Compiler compiler) throws IOException {
        var resource = CorpusTest.class.getResource("/org/apache/commons/math3/util/FastMath.java");
        assertThat(resource).as("the sources of Commons Math on the class path").isNotNull();
        int files = 0;
        try (JarFile jar = ((JarURLConnection) resource.openConnection()).getJarFile()) {
            for (JarEntry entry : jar.stream().filter(CorpusTest::isSource).toList()) {
                byte[] bytes = jar.getInputStream(entry).readAllBytes();
                compiler.and(
                        entry.getName().replace(".java", "").replace('/', '.'),
                        new String(bytes, StandardCharsets.UTF_8));
                files++;
            }
        }
        return files;
    }

    private static boolean isSource(JarEntry entry) {
        return entry.getName().endsWith(".java") && !entry.getName().endsWith("package-info.java");
    }

    /** Attributes every method and constructor, and expects javac to agree. */
    private static final class Everything extends AbstractProcessor {

        private final List<String> differences = new ArrayList<>();
        private AttributionCheck check;
        private Trees trees;
        private int methods;

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            Javac javac = Javac.behind(environment).orElseThrow();
            trees = javac.trees();
            check = new AttributionCheck(trees);
            javac.task().addTaskListener(check);
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            round.getRootElements().forEach(this::visit);
            return false;
        }

        private void visit(Element element) {
            if (element instanceof ExecutableElement method) {
                attribute(method);
            }
            element.getEnclosedElements().forEach(this::visit);
        }

        private void attribute(ExecutableElement method) {
            TreePath path = trees.getPath(method);
            if (path == null || !(path.getLeaf() instanceof MethodTree tree) || tree.getBody() == null) {
                return;
            }
            CompilationUnitTree unit = path.getCompilationUnit();
            Attribution attribution =
                    Attributor.of(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), unit, method, tree);
            Reporter<Tree> reporter = new Reporter<>((text, place) ->
                    differences.add(method.getEnclosingElement() + "." + method + ": " + place + ": " + text));
            check.expect((TypeElement) method.getEnclosingElement(), unit, attribution, reporter);
            methods++;
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
