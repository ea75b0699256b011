package io.github.cotangent.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.ir.Derivatives;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;

/** Writes the companion of a class: the derivatives of its methods, as a Java file. */
public final class CompanionClass {

    private static final String GENERATOR = "io.github.cotangent.processor.DifferentiableProcessor";

    /** Classes of {@code java.lang} that companions refer to. */
    private static final Set<String> OF_JAVA_LANG =
            Set.of("Math", "StrictMath", "Double", "Float", "Integer", "Long", "System", "Override");

    private CompanionClass() {}

    /** The name of the companion: {@code ModelsDerivatives}, {@code Outer_InnerDerivatives}. */
    public static String nameOf(Companion companion) {
        return String.join("_", companion.enclosingNames()) + "Derivatives";
    }

    /** The companion, the same to the byte whenever it is written. */
    public static JavaFile of(Companion companion) {
        String source = String.join(".", companion.enclosingNames());
        TypeSpec.Builder type = TypeSpec.classBuilder(nameOf(companion))
                .addModifiers(Modifier.FINAL)
                .addJavadoc("Derivatives of the methods of {@link $L}.\n", source)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        if (companion.isGeneratedVisible()) {
            type.addAnnotation(AnnotationSpec.builder(Generated.class)
                    .addMember("value", "$S", GENERATOR)
                    .build());
        }
        if (companion.isAuxiliary()) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "auxiliaryclass")
                    .build());
        }
        boolean anyPublic = companion.methods().stream()
                .anyMatch(derivatives -> derivatives.method().access().equals("public"));
        if (companion.isPublic() && anyPublic) {
            type.addModifiers(Modifier.PUBLIC);
        }
        if (companion.originating() != null) {
            type.addOriginatingElement(companion.originating());
        }
        companion.methods().forEach(derivatives -> addMembers(type, companion, derivatives));
        companion.helpers().forEach(helper -> HelperMembers.addTo(type, companion, helper));
        return JavaFile.builder(companion.packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(!hidesJavaLang(companion.originating()))
                .build();
    }

    private static void addMembers(TypeSpec.Builder type, Companion companion, Derivatives derivatives) {
        Member member = Member.of(companion, derivatives);
        if (derivatives.method().hasRecords()) {
            Member flat = Member.flat(companion, derivatives);
            new RecordMembers(member, flat).addTo(type);
            new ScalarMembers(flat).addSweepsTo(type);
            new PartMembers(flat).addTo(type);
        } else {
            addMembers(type, member);
        }
    }

    static void addMembers(TypeSpec.Builder type, Member member) {
        if (member.method().isScalar()) {
            new ScalarMembers(member).addTo(type);
        } else {
            new VectorMembers(member).addTo(type);
        }
        new PartMembers(member).addTo(type);
    }

    /** Whether the package has a class of its own that a simple name would mean. */
    private static boolean hidesJavaLang(Element element) {
        Set<String> siblings = Stream.iterate(element, e -> e != null, Element::getEnclosingElement)
                .filter(PackageElement.class::isInstance)
                .flatMap(unit -> unit.getEnclosedElements().stream())
                .map(sibling -> sibling.getSimpleName().toString())
                .collect(Collectors.toSet());
        return OF_JAVA_LANG.stream().anyMatch(siblings::contains);
    }
}
