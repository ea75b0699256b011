package io.github.cotangent.processor;

import com.google.auto.service.AutoService;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.transform.Pass;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Generates the companions of classes with {@code @Differentiable} methods.
 *
 * <p>Neither a field nor a signature here mentions javac's tree API, so that other compilers can at least load the class and
 * be told that they are not supported.
 */
@AutoService(Processor.class)
public final class DifferentiableProcessor extends AbstractProcessor {

    private static final String WITHOUT = "cotangent.without";
    private static final String TREES = "com.sun.source.util.Trees";

    private final Function<ProcessingEnvironment, Companions> companions;
    private Consumer<RoundEnvironment> rounds;

    /** Called by the compiler. */
    public DifferentiableProcessor() {
        this(environment -> new CompanionFiles(environment, pipeline(environment)));
    }

    /** With all passes but those that an option leaves out. */
    private static Pipeline pipeline(ProcessingEnvironment environment) {
        String without = environment.getOptions().get(WITHOUT);
        try {
            return without == null ? Pipeline.standard() : Pipeline.of(Pass.without(without));
        } catch (IllegalArgumentException unknown) {
            environment.getMessager().printMessage(Diagnostic.Kind.ERROR, unknown.getMessage());
            return Pipeline.standard();
        }
    }

    DifferentiableProcessor(Function<ProcessingEnvironment, Companions> companions) {
        this.companions = companions;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        rounds = hasTrees()
                ? Rounds.of(environment, companions.apply(environment)).orElse(null)
                : null;
        if (rounds == null) {
            String compiler = environment.getClass().getName();
            environment.getMessager().printMessage(Diagnostic.Kind.ERROR, Message.NeedsJavac.text(compiler));
        }
    }

    private static boolean hasTrees() {
        try {
            Class.forName(TREES, false, DifferentiableProcessor.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(
                "io.github.cotangent.Differentiable",
                "io.github.cotangent.Constant",
                "io.github.cotangent.Output",
                "io.github.cotangent.DerivativeOf",
                "io.github.cotangent.JvpOf",
                "io.github.cotangent.VjpOf",
                "javax.annotation.processing.Generated");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(WITHOUT);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Claims its annotations, and the one on companions: javac would warn of annotations that nobody has processed. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (rounds != null) {
            DeepStack.run(() -> rounds.accept(round));
        }
        return true;
    }
}
