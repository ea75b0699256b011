package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.Arguments.Argument;
import io.github.cotangent.processor.emit.code.Code;
import io.github.cotangent.processor.emit.code.Names;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** {@code fHvp} and {@code fHessian}. */
final class SecondOrderMembers {

    private final Member member;
    private final Arguments arguments;
    private final Function code;

    SecondOrderMembers(Member member) {
        this.member = member;
        this.arguments = member.arguments();
        this.code = member.derivatives().hvp().orElseThrow();
    }

    void addTo(TypeSpec.Builder type) {
        addProductTo(type);
        type.addMethod(arguments.isOfOneVector() ? hessianOfFunction() : hessian());
    }

    /** Adds the product of the Hessian and a direction alone. */
    void addProductTo(TypeSpec.Builder type) {
        if (arguments.isOneVector()) {
            type.addMethod(hvpOfOneArray()).addMethod(hvpIntoBuffer());
        } else {
            type.addMethod(hvp());
        }
        if (isRecord()) {
            type.addType(hvpResult());
        }
    }

    private boolean isRecord() {
        return arguments.differentiable().size() > 1;
    }

    private List<ParameterSpec> parameters() {
        return Arguments.join(arguments.primals(), arguments.tangentParameters());
    }

    private List<String> names() {
        return Arguments.join(arguments.names(), arguments.tangents());
    }

    private Documentation documentation(String first) {
        return Documentation.of(first)
                .primals(member.method().name(), arguments.all())
                .direction(arguments.differentiable());
    }

    private MethodSpec hvp() {
        Documentation documentation = documentation(
                        "Returns the Hessian of " + member.link() + " times a direction, forward over reverse.")
                .returns(
                        isRecord()
                                ? "the product, in parts like the direction"
                                : "the second derivative times the direction")
                .throwsForNull(member.takesArrays())
                .throwsForLength(!arguments.arrays().isEmpty());
        List<String> buffers =
                arguments.arrays().stream().map(Argument::adjointTangent).toList();
        MethodSpec.Builder method = member.method("Hvp", isRecord() ? member.nested("Hvp") : partType(), parameters())
                .addJavadoc(documentation.code())
                .addCode(member.primalChecks())
                .addCode(member.tangentChecks());
        for (Argument array : arguments.arrays()) {
            method.addCode(array.adjointTangentPlace().declareLike(array.place()));
        }
        List<String> scalars =
                arguments.scalars().stream().map(Argument::adjointTangent).toList();
        return method.addCode(Member.body(code, Arguments.join(names(), buffers), scalars, this::returned))
                .build();
    }

    private CodeBlock returned(List<CodeBlock> ofScalars) {
        Iterator<CodeBlock> scalars = ofScalars.iterator();
        List<CodeBlock> components = new ArrayList<>();
        for (Argument argument : arguments.differentiable()) {
            components.add(argument.isScalar() ? scalars.next() : CodeBlock.of("$L", argument.adjointTangent()));
        }
        return isRecord()
                ? Member.statement("return new $T($L)", member.nested("Hvp"), CodeBlock.join(components, ", "))
                : Member.statement("return $L", components.get(0));
    }

    /** The type of the part of the only parameter. */
    private TypeName partType() {
        return arguments.differentiable().get(0).adjointPlace().typeName();
    }

    private MethodSpec hvpOfOneArray() {
        String array = arguments.arrays().get(0).name();
        Documentation documentation = documentation(
                        "Returns the Hessian of " + member.link() + " times a direction, forward over reverse.")
                .returns("a new array of the length of {@code " + array + "}, the product")
                .throwsForNull(true)
                .throwsForLength(true);
        return member.method("Hvp", Arguments.typeName(Type.DOUBLES), parameters())
                .addJavadoc(documentation.code())
                .addCode(member.primalChecks())
                .addStatement("double[] $L = new double[$L.length]", Arguments.HVP, array)
                .addStatement("$L", member.call("Hvp", Arguments.join(names(), List.of(Arguments.HVP))))
                .addStatement("return $L", Arguments.HVP)
                .build();
    }

    private MethodSpec hvpIntoBuffer() {
        Argument array = arguments.arrays().get(0);
        Place buffer = new Place(Arguments.HVP, Type.DOUBLES);
        Documentation documentation = documentation("Overwrites an array with the Hessian of " + member.link()
                        + " times a direction, forward over reverse.")
                .parameter(Arguments.HVP, "overwritten with the product, of the length of {@code " + array.name() + "}")
                .throwsForNull(true)
                .throwsForBuffers(true);
        List<ParameterSpec> parameters = Arguments.join(parameters(), List.of(buffer.parameter()));
        return member.method("Hvp", TypeName.VOID, parameters)
                .addJavadoc(documentation.code())
                .addCode(member.primalChecks())
                .addCode(member.tangentChecks())
                .addCode(member.bufferChecks(
                        List.of(buffer), Arguments.join(member.primalArrays(), List.of(array.tangentPlace()))))
                .addCode(buffer.clear())
                .addCode(Member.body(
                        code, Arguments.join(names(), List.of(Arguments.HVP)), List.of(), results -> CodeBlock.of("")))
                .build();
    }

    private TypeSpec hvpResult() {
        Documentation documentation = Documentation.of("The Hessian of " + member.link() + " times a direction.");
        List<ParameterSpec> components = new ArrayList<>();
        for (Argument argument : arguments.differentiable()) {
            components.add(Arguments.parameter(argument.type().derivative(), argument.name()));
            documentation.parameter(
                    argument.name(),
                    "the derivative along the direction of the gradient's part for {@code " + argument.name() + "}");
        }
        return member.result(member.nested("Hvp"), components, documentation);
    }

    private MethodSpec.Builder hessianMethod() {
        String names = String.join(
                ", ",
                arguments.differentiable().stream()
                        .map(argument -> "{@code " + argument.name() + "}")
                        .toList());
        Documentation documentation = Documentation.of(
                        "Returns the Hessian of " + member.link() + ", by a Hessian-vector product for each row.")
                .primals(member.method().name(), arguments.all())
                .returns("a row and a column for each differentiable parameter: " + names
                        + (isRecord() ? " laid end to end" : "")
                        + "; symmetric but for rounding errors")
                .throwsForNull(member.takesArrays());
        return member.method("Hessian", ArrayTypeName.of(Arguments.typeName(Type.DOUBLES)), arguments.primals())
                .addJavadoc(documentation.code())
                .addCode(member.primalChecks());
    }

    private MethodSpec hessianOfFunction() {
        List<String> constants = arguments.bound().stream().map(Argument::name).toList();
        List<String> names =
                arguments.differentiable().stream().map(Argument::name).toList();
        CodeBlock vector = arguments.isOneVector()
                ? CodeBlock.of("$L", names.get(0))
                : CodeBlock.of("new double[] {$L}", String.join(", ", names));
        return hessianMethod()
                .addStatement("return $T.of($L, $L)", Member.HESSIANS, member.call("Function", constants), vector)
                .build();
    }

    private MethodSpec hessian() {
        Set<String> taken = new HashSet<>(Code.CLASSES);
        taken.addAll(arguments.names());
        Names free = new Names(taken);
        String direction = free.declare("direction");
        String row = free.declare("row");
        String products = free.declare("products");
        List<CodeBlock> passed = new ArrayList<>();
        arguments.names().forEach(name -> passed.add(CodeBlock.of("$L", name)));
        CodeBlock.Builder copies = CodeBlock.builder();
        for (int i = 0; i < arguments.differentiable().size(); i++) {
            Argument argument = arguments.differentiable().get(i);
            CodeBlock from = arguments.columnsBefore(i);
            CodeBlock product =
                    isRecord() ? CodeBlock.of("$L.$L()", products, argument.name()) : CodeBlock.of("$L", products);
            if (argument.isScalar()) {
                passed.add(CodeBlock.of("$L[$L]", direction, from));
                copies.addStatement("$L[$L] = $L", row, from, product);
            } else {
                passed.add(argument.place().slice(direction, from, arguments.columnsBefore(i + 1)));
                copies.add(argument.place().flatten(product, CodeBlock.of("$L", row), from));
            }
        }
        TypeName type = isRecord() ? member.nested("Hvp") : partType();
        return hessianMethod()
                .addCode("return $T.of($L, ($L, $L) -> {\n$>", Member.HESSIANS, arguments.columns(), direction, row)
                .addStatement("$T $L = $L($L)", type, products, member.name("Hvp"), CodeBlock.join(passed, ",$W"))
                .addCode(copies.build())
                .addCode("$<});\n")
                .build();
    }
}
