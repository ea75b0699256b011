package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import io.github.cotangent.processor.frontend.resolve.Local;
import io.github.cotangent.processor.frontend.source.SourceFile.Declared;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Lowers a constructor of a record that has code of its own. A compact one leaves the components in its parameters, a
 * canonical one assigns them to fields, any other one begins with {@code this(…)}.
 */
final class Constructor {

    private final Lowering lowering;
    private final Type type;

    Constructor(Lowering lowering, Type type) {
        this.lowering = lowering;
        this.type = type;
    }

    Lowering.Inlined run(ExecutableElement constructor, List<Value> arguments) {
        Declared<MethodTree> declared = lowering.file().method(constructor).orElseThrow();
        Frame frame = new Frame(declared.attribution(), Optional.of(type), "");
        return lowering.enter(
                constructor, declared, frame, arguments, () -> List.of(body(constructor, declared, frame)));
    }

    private Value body(ExecutableElement constructor, Declared<MethodTree> declared, Frame frame) {
        Statements statements = new Statements(lowering, frame);
        List<? extends StatementTree> body = declared.tree().getBody().getStatements();
        Optional<MethodInvocationTree> delegation = delegation(body);
        if (delegation.isPresent()) {
            frame.receiver(statements.delegate(delegation.get(), type));
            frame.made(() -> frame.receiver().orElseThrow());
            return statements.constructor(body.subList(1, body.size()), declared.tree());
        }
        List<Local> components = lowering.file().isCompact(declared.tree())
                ? declared.tree().getParameters().stream()
                        .map(parameter -> frame.attribution().local(parameter).orElseThrow())
                        .toList()
                : fields(constructor, declared, frame);
        frame.made(() -> Value.of(
                type,
                components.stream().map(local -> value(local, frame, declared)).toList()));
        return statements.constructor(body, declared.tree());
    }

    private static Optional<MethodInvocationTree> delegation(List<? extends StatementTree> body) {
        return body.stream()
                .limit(1)
                .filter(ExpressionStatementTree.class::isInstance)
                .map(first -> ((ExpressionStatementTree) first).getExpression())
                .filter(MethodInvocationTree.class::isInstance)
                .map(MethodInvocationTree.class::cast)
                .filter(call -> call.getMethodSelect() instanceof IdentifierTree name
                        && name.getName().contentEquals("this"))
                .findFirst();
    }

    private static List<Local> fields(ExecutableElement constructor, Declared<MethodTree> declared, Frame frame) {
        List<VariableElement> fields =
                ElementFilter.fieldsIn(constructor.getEnclosingElement().getEnclosedElements()).stream()
                        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                        .toList();
        List<? extends VariableTree> parameters = declared.tree().getParameters();
        for (int i = 0; i < fields.size(); i++) {
            VariableElement field = fields.get(i);
            Optional<Local> parameter = frame.attribution().local(parameters.get(i));
            frame.field(
                    field,
                    new Local(
                            field.getSimpleName().toString(),
                            Optional.of(field.asType()),
                            parameter.orElseThrow().declaration()));
        }
        return fields.stream().map(field -> frame.field(field).orElseThrow()).toList();
    }

    private Value value(Local local, Frame frame, Declared<MethodTree> declared) {
        return frame.get(local).orElseGet(() -> {
            if (!frame.hasThrown()) {
                lowering.problems().broken(declared.tree());
            }
            return lowering.code()
                    .placeholder(Scalars.of(local.type().orElseThrow()).orElseThrow());
        });
    }
}
