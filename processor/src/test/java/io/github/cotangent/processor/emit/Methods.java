package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.code.Code;
import io.github.cotangent.processor.emit.code.Names;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.IrParser;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Functions as static methods of a class {@code test.Methods}; all results come in one {@code Object[]}. */
final class Methods {

    static final String NAME = "test.Methods";

    private Methods() {}

    static JavaFile of(List<Function> functions) {
        TypeSpec.Builder type = TypeSpec.classBuilder("Methods").addModifiers(Modifier.FINAL);
        functions.forEach(function -> type.addMethod(method(function)));
        return JavaFile.builder("test", type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    private static MethodSpec method(Function function) {
        Names unique = new Names(Set.of());
        List<String> names = function.parameters().stream()
                .map(parameter -> unique.declare(parameter.isNamed() ? parameter.name() : "p"))
                .toList();
        MethodSpec.Builder method = MethodSpec.methodBuilder(function.name())
                .addModifiers(Modifier.STATIC)
                .returns(Object[].class)
                .addCode(Code.of(function, new Code.Surroundings(names, Set.of(), true, List.of()), Methods::returned));
        for (int i = 0; i < names.size(); i++) {
            method.addParameter(name(function.parameters().get(i).type()), names.get(i));
        }
        return method.build();
    }

    private static CodeBlock returned(List<CodeBlock> results) {
        return CodeBlock.of("return new Object[] {$L};\n", CodeBlock.join(results, ", "));
    }

    private static TypeName name(Type type) {
        if (type.isArray()) {
            return ArrayTypeName.of(name(type.element()));
        }
        return switch (type.kind()) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case CHAR -> TypeName.CHAR;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
            case RECORD, OBJECT -> throw new IllegalArgumentException(type.toString());
        };
    }

    /** The statements of a function's method, without the return. */
    static String body(String ir) {
        return body(IrParser.verified(ir));
    }

    static String body(Function function) {
        String text = of(List.of(function)).toString();
        String body = text.substring(text.indexOf(") {\n") + 4, text.lastIndexOf("    }\n"));
        return body.indent(-8).replaceAll("return new Object\\[] \\{(.*)};", "return $1;");
    }
}
