package io.github.cotangent.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.ir.Derivatives;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;

/** Writes the companion of a class: the derivatives of its methods, as a Java file. */
public final class CompanionClass {

    /** Well below the 65,535 constants of a class file, since they are guessed. */
    private static final int LIMIT = 50_000;

    private static final String GENERATOR = "io.github.cotangent.processor.DifferentiableProcessor";

    /** Classes of {@code java.lang} that companions refer to. */
    private static final Set<String> OF_JAVA_LANG =
            Set.of("Math", "StrictMath", "Double", "Float", "Integer", "Long", "System", "Override");

    private CompanionClass() {}

    /** The name of the companion: {@code ModelsDerivatives}, {@code Outer_InnerDerivatives}. */
    public static String nameOf(Companion companion) {
        return String.join("_", companion.enclosingNames()) + "Derivatives";
    }

    /**
     * The companion, the same to the byte whenever it is written: one class, last in the list. If its members are too many for
     * a class file, it inherits the first ones from the classes before it.
     */
    public static List<JavaFile> of(Companion companion) {
        return of(companion, LIMIT);
    }

    /** As {@link #of(Companion)}, with another limit for the number of constants in a class file. */
    static List<JavaFile> of(Companion companion, int limit) {
        List<List<Derivatives>> shares = Shares.of(companion, limit);
        List<JavaFile> files = new ArrayList<>();
        Optional<ClassName> inherited = Optional.empty();
        for (int i = 0; i < shares.size() - 1; i++) {
            ClassName name = ClassName.get(companion.packageName(), nameOf(companion) + (i + 1));
            TypeSpec.Builder type = type(companion, name, inherited)
                    .addModifiers(Modifier.ABSTRACT)
                    .addJavadoc(
                            "Derivatives that {@link $L} inherits: a class file does not hold all.\n",
                            nameOf(companion))
                    .addMethod(MethodSpec.constructorBuilder().build());
            shares.get(i).forEach(derivatives -> addMembers(type, companion, derivatives));
            files.add(file(companion, type));
            inherited = Optional.of(name);
        }
        ClassName name = ClassName.get(companion.packageName(), nameOf(companion));
        TypeSpec.Builder type = type(companion, name, inherited)
                .addModifiers(Modifier.FINAL)
                .addJavadoc("Derivatives of the methods of {@link $L}.\n", String.join(".", companion.enclosingNames()))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        shares.get(shares.size() - 1).forEach(derivatives -> addMembers(type, companion, derivatives));
        companion.helpers().forEach(helper -> HelperMembers.addTo(type, companion, helper));
        files.add(file(companion, type));
        return files;
    }

    private static TypeSpec.Builder type(Companion companion, ClassName name, Optional<ClassName> inherited) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name);
        inherited.ifPresent(type::superclass);
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
        return type;
    }

    private static JavaFile file(Companion companion, TypeSpec.Builder type) {
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
            addMembers(type, flat);
        } else {
            addMembers(type, member);
        }
    }

    static void addMembers(TypeSpec.Builder type, Member member) {
        if (member.method().isPrivate() && member.method().isInPlace()) {
            new InPlaceMembers(member).addTo(type);
        } else if (member.method().isScalar()) {
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
