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

    /** What the assignment as an expression gives; that of a fault is a placeholder. */
    Value run(ExpressionTree assignment) {
        ExpressionTree variable = Syntax.assignedParts(assignment).get(0);
        Optional<Local> local = frame.attribution().local(variable);
        Optional<Element> field = frame.attribution().element(variable);
        if (local.isPresent()) {
            return toLocal(local.get(), assignment);
        }
        if (field.flatMap(frame::field).isPresent()) {
            return toLocal(frame.field(field.get()).orElseThrow(), assignment);
        }
        if (variable instanceof ArrayAccessTree access) {
            return toElement(access, assignment);
        }
        if (field.isPresent()) {
            lowering.report(assignment, Message.FieldWrite, field.get().getSimpleName());
            return code.placeholder(expressions.type(assignment).orElse(Type.DOUBLE));
        }
        return expressions.unknown(variable);
    }

    private Value toLocal(Local local, ExpressionTree assignment) {
        Optional<Type> type = expressions.typeOf(local, local.declaration());
        if (type.isEmpty()) {
            return code.placeholder(Type.DOUBLE);
        }
        ExpressionTree variable = Syntax.assignedParts(assignment).get(0);
        Assigned assigned = assigned(assignment, type.get(), local.name(), () -> expressions.value(variable, ""));
        frame.set(local, assigned.after());
        return assigned.value();
    }

    /** The array and the index are evaluated once, before the assigned expression. */
    private Value toElement(ArrayAccessTree access, ExpressionTree assignment) {
        Value array = expressions.value(access.getExpression(), "");
        Value index = expressions.as(access.getIndex(), Type.INT, "");
        if (!array.type().isArray()) {
            return expressions.unknown(access);
        }
        lowering.written(array, assignment);
        Type type = array.type().element();
        Assigned assigned = assigned(assignment, type, "", () -> code.builder().load(array, index));
        code.builder().store(array, index, assigned.after());
        return assigned.value();
    }

    /** The variable's new value, and the value of the assignment as an expression. */
    private record Assigned(Value after, Value value) {

        Assigned(Value after) {
            this(after, after);
        }
    }

    /** A compound assignment converts back to the variable's type (JLS 15.26.2). */
    private Assigned assigned(ExpressionTree assignment, Type type, String name, Supplier<Value> current) {
        if (assignment instanceof AssignmentTree plain) {
            return new Assigned(expressions.as(plain.getExpression(), type, name));
        }
        Value before = current.get();
        if (assignment instanceof CompoundAssignmentTree compound) {
            return new Assigned(expressions.compound(compound, before, type, name));
        }
        Value after = expressions.increment(assignment, before, type, name);
        return Syntax.isPostfix(assignment.getKind()) ? new Assigned(after, before) : new Assigned(after);
    }
}
