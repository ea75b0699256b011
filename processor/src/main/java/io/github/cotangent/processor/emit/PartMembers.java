package io.github.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.code.Code;
import io.github.cotangent.processor.emit.code.Names;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Statement.Part;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The private methods that hold the parts of functions too long for one method. */
final class PartMembers {

    private final Member member;

    PartMembers(Member member) {
        this.member = member;
    }

    void addTo(TypeSpec.Builder type) {
        member.derivatives().functions().forEach(function -> addParts(function, type, false));
        member.derivatives().functionsWithWorkspace().forEach(function -> addParts(function, type, true));
    }

    private void addParts(Function function, TypeSpec.Builder type, boolean withWorkspace) {
        function.body().forEach(statement -> {
            if (statement instanceof Part part) {
                type.addMethod(method(part.function(), withWorkspace));
                addParts(part.function(), type, withWorkspace);
            }
        });
    }

    private MethodSpec method(Function part, boolean withWorkspace) {
        Names names = new Names(Code.CLASSES);
        List<String> called = new ArrayList<>();
        List<ParameterSpec> parameters = new ArrayList<>();
        for (Value parameter : part.parameters()) {
            String name = names.declare(parameter.isNamed() ? parameter.name() : "value");
            called.add(name);
            parameters.add(Arguments.parameter(parameter.type(), name));
        }
        WorkspaceParameter workspace = withWorkspace ? WorkspaceParameter.beside(called) : WorkspaceParameter.NONE;
        Code.Surroundings surroundings = new Code.Surroundings(called, Set.of(), false, List.of(), workspace.name());
        return MethodSpec.methodBuilder(part.name())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameters(parameters)
                .addParameters(workspace.parameters())
                .addJavadoc("A part of a derivative of $L, which is too long for one method.\n", member.link())
                .addCode(Code.of(part, surroundings, results -> CodeBlock.of("")))
                .build();
    }
}
