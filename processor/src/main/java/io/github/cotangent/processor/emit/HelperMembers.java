package io.github.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.Companion.Helper;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The private members for a recursive method: its derivatives, and itself where it cannot be called. */
final class HelperMembers {

    private HelperMembers() {}

    static void addTo(TypeSpec.Builder type, Companion companion, Helper helper) {
        if (helper.isCopied()) {
            type.addMethod(copy(companion, helper.method()));
        }
        helper.derivatives()
                .ifPresent(derivatives -> CompanionClass.addMembers(type, Member.of(companion, derivatives)));
    }

    private static MethodSpec copy(Companion companion, Method method) {
        Arguments arguments = Arguments.of(
                method, method.parameters(), companion.enclosingNames().get(0), true);
        Function code = method.inPlace();
        Optional<Type> returned = code.results().stream().map(Value::type).findFirst();
        Documentation documentation = Documentation.of("Does what the method of this name does.")
                .primals(method.name(), arguments.all())
                .returns(returned.isPresent() ? "the value" : "");
        return MethodSpec.methodBuilder(method.name())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(returned.map(Arguments::typeName).orElse(TypeName.VOID))
                .addParameters(arguments.primals())
                .addJavadoc(documentation.code())
                .addCode(Member.body(code, arguments.names(), List.of(), HelperMembers::returned))
                .build();
    }

    private static CodeBlock returned(List<CodeBlock> results) {
        return results.isEmpty() ? CodeBlock.of("") : Member.statement("return $L", results.get(0));
    }
}
