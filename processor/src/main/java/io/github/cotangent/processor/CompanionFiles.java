package io.github.cotangent.processor;

import com.palantir.javapoet.JavaFile;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.emit.Companion;
import io.github.cotangent.processor.emit.CompanionClass;
import io.github.cotangent.processor.frontend.FrontEnd;
import io.github.cotangent.processor.frontend.FrontEnd.Outcome;
import io.github.cotangent.processor.ir.Derivatives;
import io.github.cotangent.processor.ir.Method;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/** Writes companions as source files of the compilation. */
final class CompanionFiles implements Companions {

    private final ProcessingEnvironment environment;
    private final Pipeline pipeline;

    CompanionFiles(ProcessingEnvironment environment, Pipeline pipeline) {
        this.environment = environment;
        this.pipeline = pipeline;
    }

    @Override
    public void write(TypeElement type, Outcome outcome) {
        Companion companion = companion(type, outcome);
        for (JavaFile file : CompanionClass.of(companion)) {
            write(type, file, qualified(companion.packageName(), file.typeSpec().name()));
        }
    }

    private void write(TypeElement type, JavaFile file, String name) {
        if (environment.getElementUtils().getTypeElement(name) != null) {
            error(Message.CompanionExists.text(name), type);
            return;
        }
        try {
            file.writeTo(environment.getFiler());
        } catch (IOException fault) {
            error(Message.CompanionUnwritable.text(name, fault.getMessage()), type);
        }
    }

    private void error(String text, Element element) {
        environment.getMessager().printMessage(Diagnostic.Kind.ERROR, text, element);
    }

    private Companion companion(TypeElement type, Outcome outcome) {
        List<String> names = new ArrayList<>();
        boolean isPublic = true;
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            names.add(0, e.getSimpleName().toString());
            isPublic &= e.getModifiers().contains(Modifier.PUBLIC);
        }
        Elements elements = environment.getElementUtils();
        return new Companion(
                elements.getPackageOf(type).getQualifiedName().toString(),
                names,
                type,
                isPublic,
                elements.getTypeElement(elements.getModuleOf(type), Generated.class.getCanonicalName()) != null,
                outcome.isAuxiliary(),
                outcome.methods().stream().map(pipeline::derivatives).toList(),
                outcome.helpers().stream().map(this::helper).toList());
    }

    private Companion.Helper helper(FrontEnd.Helper helper) {
        Method method = helper.method();
        Optional<Derivatives> derivatives =
                method.varying().isEmpty() ? Optional.empty() : Optional.of(pipeline.derivatives(method));
        return new Companion.Helper(method, derivatives, helper.isCopied());
    }

    private static String qualified(String packageName, String name) {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }
}
