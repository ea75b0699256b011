package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.resolve.Local;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.Element;

/** Lowers assignments, compound ones and increments, to variables and to elements of arrays. */
final class Assignments {

    private final Lowering lowering;
    private final Frame frame;
    private final Code code;
    private final Expressions expressions;

    Assignments(Lowering lowering, Frame frame, Expressions expressions) {
        this.lowering = lowering;
        this.frame = frame;
        this.code = lowering.code();
        this.expressions = expressions;
    }

    void run(ExpressionTree assignment) {
        ExpressionTree variable = Syntax.assignedParts(assignment).get(0);
        Optional<Local> local = frame.attribution().local(variable);
        Optional<Element> field = frame.attribution().element(variable);
        if (local.isPresent()) {
            toLocal(local.get(), assignment);
        } else if (variable instanceof ArrayAccessTree access) {
            toElement(access, assignment);
        } else if (field.isPresent()) {
            lowering.report(assignment, Message.FieldWrite, field.get().getSimpleName());
        } else {
            expressions.unknown(variable);
        }
    }

    private void toLocal(Local local, ExpressionTree assignment) {
        Optional<Type> type = expressions.typeOf(local, local.declaration());
        if (type.isEmpty()) {
            return;
        }
        ExpressionTree variable = Syntax.assignedParts(assignment).get(0);
        frame.set(local, assigned(assignment, type.get(), local.name(), () -> expressions.value(variable, "")));
    }

    /** The array and the index are evaluated once, before the assigned expression. */
    private void toElement(ArrayAccessTree access, ExpressionTree assignment) {
        Value array = expressions.value(access.getExpression(), "");
        Value index = expressions.as(access.getIndex(), Type.INT, "");
        if (!array.type().isArray()) {
            expressions.unknown(access);
            return;
        }
        lowering.parameterOf(array).ifPresent(name -> lowering.report(assignment, Message.ParameterWrite, name));
        Type type = array.type().element();
        Value element = assigned(assignment, type, "", () -> code.builder().load(array, index));
        code.builder().store(array, index, element);
    }

    /** The value assigned; a compound assignment converts back to the variable's type (JLS 15.26.2). */
    private Value assigned(ExpressionTree assignment, Type type, String name, Supplier<Value> current) {
        if (assignment instanceof AssignmentTree plain) {
            return expressions.as(plain.getExpression(), type, name);
        }
        Value before = current.get();
        if (assignment instanceof CompoundAssignmentTree compound) {
            return expressions.compound(compound, before, type, name);
        }
        return expressions.increment(assignment, before, type, name);
    }
}
