package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.Throw;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Lowers {@code throw} and {@code assert}. An exception is made anew by the derivatives, of the same numbers and text. */
final class Exceptions {

    private final Lowering lowering;
    private final Frame frame;
    private final Code code;
    private final Expressions expressions;
    private final Branches branches;
    private final Texts texts;

    Exceptions(Lowering lowering, Frame frame, Expressions expressions, Branches branches) {
        this.lowering = lowering;
        this.frame = frame;
        this.code = lowering.code();
        this.expressions = expressions;
        this.branches = branches;
        this.texts = new Texts(lowering, frame, expressions);
    }

    void run(ThrowTree tree) {
        ExpressionTree thrown = Syntax.unparenthesized(tree.getExpression());
        Optional<TypeElement> type = frame.attribution()
                .type(thrown)
                .filter(DeclaredType.class::isInstance)
                .map(each -> (TypeElement) ((DeclaredType) each).asElement());
        boolean isNew = thrown instanceof NewClassTree created
                && created.getClassBody() == null
                && created.getEnclosingExpression() == null;
        if (isNew && type.isPresent()) {
            create((NewClassTree) thrown, type.get());
        } else if (frame.attribution().unresolved().isEmpty()) {
            lowering.report(tree, Message.ThrowStatement);
        }
        frame.thrown();
    }

    private void create(NewClassTree tree, TypeElement type) {
        if (isChecked(type)) {
            lowering.report(tree, Message.CheckedException, type.getSimpleName());
        } else if (!isVisible(type)) {
            lowering.report(tree, Message.HiddenException, type.getSimpleName());
        }
        List<Throw.Argument> arguments = new ArrayList<>();
        tree.getArguments().forEach(argument -> arguments.add(texts.argument(argument)));
        fail(type.getQualifiedName().toString(), arguments);
    }

    private void fail(String exception, List<Throw.Argument> arguments) {
        code.builder().append(new Throw(exception, arguments, code.builder().position()));
    }

    private static boolean isChecked(TypeElement type) {
        for (TypeElement each = type;
                each.getSuperclass() instanceof DeclaredType parent;
                each = (TypeElement) parent.asElement()) {
            if (each.getQualifiedName().contentEquals("java.lang.RuntimeException")
                    || each.getQualifiedName().contentEquals("java.lang.Error")) {
                return false;
            }
        }
        return true;
    }

    /** Whether the companion may call the constructors; javac warns where it refers to a file's second class. */
    private boolean isVisible(TypeElement type) {
        if (lowering.file().declares(type) && !Constants.outermost(type).equals(Constants.outermost(lowering.root()))) {
            return false;
        }
        boolean isNear = lowering.elements()
                .getPackageOf(type)
                .equals(lowering.elements().getPackageOf(lowering.root()));
        for (Element each = type; each.getKind() != ElementKind.PACKAGE; each = each.getEnclosingElement()) {
            if (!isVisible(each, isNear)) {
                return false;
            }
        }
        return type.getEnclosedElements().stream()
                .filter(each -> each.getKind() == ElementKind.CONSTRUCTOR)
                .noneMatch(each -> each.getModifiers().contains(Modifier.PRIVATE));
    }

    private static boolean isVisible(Element element, boolean isNear) {
        Set<Modifier> modifiers = element.getModifiers();
        return isNear ? !modifiers.contains(Modifier.PRIVATE) : modifiers.contains(Modifier.PUBLIC);
    }

    /** {@code assert c : d} is {@code if (assertions are on) if (!c) throw new AssertionError(d)}. */
    void run(AssertTree tree) {
        Value enabled = code.builder().constant(Type.BOOLEAN, true, Constant.ASSERTIONS);
        branches.run(enabled, () -> check(tree), () -> {}, Branches.Scope.STATEMENT, tree);
    }

    private void check(AssertTree tree) {
        Value condition = expressions.condition(tree.getCondition());
        branches.run(condition, () -> {}, () -> fail(tree.getDetail()), Branches.Scope.STATEMENT, tree);
        List<Tree> parts = new ArrayList<>(List.of(tree.getCondition()));
        Optional.ofNullable(tree.getDetail()).ifPresent(parts::add);
        boolean assigns = !Assigned.in(frame.attribution(), parts).isEmpty();
        if (assigns || writes(code.builder().region(List.of(), List.of()))) {
            lowering.report(tree, Message.AssertStatement);
        }
    }

    private void fail(ExpressionTree detail) {
        fail(
                AssertionError.class.getName(),
                Optional.ofNullable(detail).map(texts::argument).stream().toList());
        frame.thrown();
    }

    /** Whether code writes to an array that it has not made itself. */
    private static boolean writes(Region region) {
        Set<Value> own = new HashSet<>();
        boolean[] writes = {false};
        region.forEach(statement -> {
            own.addAll(statement.results());
            writes[0] |= statement instanceof Store store && !own.contains(store.array());
        });
        return writes[0];
    }
}
