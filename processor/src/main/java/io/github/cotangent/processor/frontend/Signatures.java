package io.github.cotangent.processor.frontend;

import io.github.cotangent.processor.frontend.lower.Scalars;
import io.github.cotangent.processor.ir.ClassSymbol;
import io.github.cotangent.processor.ir.MemberNames;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Signature;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The companions of methods that are called: known from the declarations alone, since those of the same compilation are not
 * there yet. A class file does not keep the names of parameters; but there the companion is a class file too.
 */
final class Signatures {

    private final Elements elements;
    private final Predicate<ExecutableElement> isSource;

    Signatures(Elements elements, Predicate<ExecutableElement> isSource) {
        this.elements = elements;
        this.isSource = isSource;
    }

    static boolean returnsRecord(ExecutableElement method) {
        return Scalars.of(method.getReturnType()).filter(Type::isRecord).isPresent();
    }

    /** The signature of an annotated method; empty if its declaration is not supported. */
    Optional<Signature> of(ExecutableElement method) {
        Declaration declaration = new Declaration(method, null, null);
        List<Method.Parameter> parameters = declaration.parameters();
        Optional<Type> result = Scalars.of(method.getReturnType());
        List<Method.Parameter> outputs =
                parameters.stream().filter(Method.Parameter::isOutput).toList();
        boolean returns = result.filter(Type::holdsReal).isPresent() && outputs.isEmpty();
        boolean writes = method.getReturnType().getKind() == TypeKind.VOID
                && !outputs.isEmpty()
                && outputs.stream()
                        .allMatch(output ->
                                output.type().isReal() && output.type().isArray());
        boolean isSupported = parameters.size() == method.getParameters().size()
                && parameters.stream().anyMatch(Method.Parameter::differentiable)
                && (returns || writes);
        if (!isSupported) {
            return Optional.empty();
        }
        ClassSymbol owner = Symbols.of((TypeElement) method.getEnclosingElement());
        boolean isInPlace = Signature.isInPlace(parameters, declaration.order(), result);
        List<Method.Parameter> ofDerivatives = isInPlace ? Method.flat(parameters) : parameters;
        Signature signature = new Signature(
                owner,
                method.getSimpleName().toString(),
                parameters.stream().map(Method.Parameter::type).toList(),
                owner.companion(),
                declaration.name(),
                declaration.order(),
                declaration.workspace(),
                ofDerivatives,
                MemberNames.ofParameters(
                        ofDerivatives, declaration.order(), owner.names().get(0)),
                result);
        return Optional.of(isSource.test(method) ? signature : withNamesOfCompanion(signature, isInPlace));
    }

    /** The signature of a rule that has derivatives itself. */
    Optional<Signature> ofDerivative(ExecutableElement rule) {
        return Annotations.isPresent(rule, Annotations.DIFFERENTIABLE) ? of(rule) : Optional.empty();
    }

    /** Whether a class file's companion is there; one of this compilation will be. */
    boolean hasCompanion(ExecutableElement method) {
        ClassSymbol owner = Symbols.of((TypeElement) method.getEnclosingElement());
        return isSource.test(method)
                || elements.getTypeElement(owner.companion().toString()) != null;
    }

    private Signature withNamesOfCompanion(Signature signature, boolean isInPlace) {
        Iterator<String> ofScalars =
                isInPlace ? components(signature, "VjpInPlace", 0) : components(signature, "Vjp", 1);
        Iterator<String> ofAll = components(signature, "Hvp", 0);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < signature.parameters().size(); i++) {
            Method.Parameter parameter = signature.parameters().get(i);
            String name = signature.components().get(i);
            if (parameter.differentiable()) {
                name = ofAll.hasNext() ? ofAll.next() : name;
                name = !parameter.type().isArray() && ofScalars.hasNext() ? ofScalars.next() : name;
            }
            names.add(name);
        }
        return new Signature(
                signature.owner(),
                signature.method(),
                signature.declared(),
                signature.companion(),
                signature.name(),
                signature.order(),
                signature.workspace(),
                signature.parameters(),
                names,
                signature.result());
    }

    /** The names of the components of a record in the companion, none if there is no such record. */
    private Iterator<String> components(Signature signature, String suffix, int first) {
        String name = ClassSymbol.capitalized(signature.name() + suffix);
        TypeElement type =
                elements.getTypeElement(signature.companion().nested(name).toString());
        return type == null
                ? List.<String>of().iterator()
                : ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream()
                        .skip(first)
                        .map(RecordComponentElement::getSimpleName)
                        .map(Object::toString)
                        .iterator();
    }
}
