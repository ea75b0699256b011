package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.code.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** {@code fPullback} for a method that takes or returns records, around the one that takes their components. */
final class RecordPullback {

    private final Member member;
    private final Member flat;
    private final Arguments arguments;
    private final Flattening flattening;
    private final ClassName name;
    private final String inner;
    private final String result;

    RecordPullback(Member member, Member flat, Flattening flattening) {
        this.member = member;
        this.flat = flat;
        this.arguments = member.arguments();
        this.flattening = flattening;
        this.name = member.nested("Pullback");
        Set<String> taken = new HashSet<>(RecordMembers.taken(member, flat));
        taken.addAll(Place.names(flattening.seedPlaces()));
        Names names = new Names(taken);
        this.inner = names.declare("flat");
        this.result = names.declare("adjoints");
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(method()).addType(type());
    }

    private MethodSpec method() {
        Documentation documentation = Documentation.of(
                        "Evaluates " + member.link() + " and keeps what reverse sweeps from there need.",
                        "Arrays of real numbers may be changed afterwards: what is needed of them is copied.")
                .primals(member.method().name(), arguments.all())
                .returns(
                        arguments.hasOutputs()
                                ? "the map from seeds to adjoints"
                                : "the value, and the map from seeds to adjoints")
                .throwsForNull(true);
        List<String> kept = new ArrayList<>();
        kept.add(flat.call("Pullback", flattening.primals()).toString());
        kept.addAll(Place.names(flattening.shown()));
        return member.method("Pullback", name, arguments.primals())
                .addJavadoc(documentation.code())
                .addCode(flattening.checks(List.of()))
                .addStatement("return new $T($L)", name, String.join(", ", kept))
                .build();
    }

    private TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(member.access())
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "A forward sweep of $L that was kept: reverse sweeps start from it, as many as are wanted.\n",
                        member.link());
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        field(inner, flat.nested("Pullback"), type, constructor);
        flattening.shown().forEach(place -> field(place.name(), place.typeName(), type, constructor));
        type.addMethod(constructor.build());
        if (!arguments.hasOutputs()) {
            type.addMethod(value());
        }
        type.addMethod(apply("apply", "Overwrites arrays with a seed carried back to the parameters"));
        if (!flattening.buffers().isEmpty()) {
            type.addMethod(apply("applyAdd", "Adds a seed carried back to the parameters to arrays"));
        }
        return type.build();
    }

    private static void field(String name, TypeName of, TypeSpec.Builder type, MethodSpec.Builder constructor) {
        type.addField(of, name, Modifier.PRIVATE, Modifier.FINAL);
        constructor.addParameter(of, name).addStatement("this.$L = $L", name, name);
    }

    private MethodSpec value() {
        return MethodSpec.methodBuilder(Arguments.VALUE)
                .addModifiers(Modifier.PUBLIC)
                .returns(member.returned())
                .addJavadoc(Documentation.of("Returns the value.")
                        .returns("the same object each time; arrays are to be read only")
                        .code())
                .addStatement("return $L.value()", inner)
                .build();
    }

    private MethodSpec apply(String apply, String what) {
        List<Place> seeds = flattening.seedPlaces();
        List<Place> buffers = flattening.bufferPlaces();
        String first = buffers.isEmpty() ? "Carries a seed back to the parameters" : what;
        Documentation documentation = Documentation.of(first + ", by one reverse sweep.")
                .sweep(seeds, buffers)
                .returns(member.hasVjpResult() ? member.vjpMeaning() : "")
                .throwsForNull(true);
        List<Place> places = Arguments.join(seeds, buffers);
        String passed = String.join(", ", Arguments.join(flattening.seeds(), flattening.buffers()));
        CodeBlock call = CodeBlock.of("$L.$L($L)", inner, apply, passed);
        TypeName type = flat.hasVjpResult() ? flat.nested("Vjp") : TypeName.VOID;
        return MethodSpec.methodBuilder(apply)
                .addModifiers(Modifier.PUBLIC)
                .returns(member.hasVjpResult() ? member.nested("Vjp") : TypeName.VOID)
                .addParameters(Arguments.parameters(places))
                .addJavadoc(documentation.code())
                .addCode(Flattening.checkRecords(places))
                .addCode(
                        member.hasVjpResult()
                                ? flattening.returned(call, type, result, CodeBlock.of("$L.value()", inner))
                                : Member.statement("$L", call))
                .build();
    }
}
