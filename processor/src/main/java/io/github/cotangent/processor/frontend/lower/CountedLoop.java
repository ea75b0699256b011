package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import io.github.cotangent.processor.frontend.resolve.Attribution;
import io.github.cotangent.processor.frontend.resolve.Local;
import io.github.cotangent.processor.ir.Primitive;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * A loop {@code for (int i = …; i < bound; i += step)} whose index and bound nothing in the loop changes.
 *
 * @param index declared in the loop's header, possibly beside other variables
 * @param bound the same at each test of the condition, so that it can be evaluated once
 * @param shift what the condition adds to the index: 1 in {@code i + 1 < x.length}
 */
record CountedLoop(Local index, Primitive test, ExpressionTree bound, int shift, int step) {

    /**
     * Reads the loop's header.
     *
     * @param assigned the variables that the loop's body assigns to
     * @param isComponent whether a field or a method gives no more than a component of a record
     */
    static Optional<CountedLoop> of(
            ForLoopTree tree, Attribution attribution, Set<Local> assigned, Predicate<Element> isComponent) {
        return new Reading(attribution, assigned, isComponent, tree.getStatement()).read(tree);
    }

    private record Reading(
            Attribution attribution, Set<Local> assigned, Predicate<Element> isComponent, StatementTree body) {

        Optional<CountedLoop> read(ForLoopTree tree) {
            boolean allDeclared = tree.getInitializer().stream().allMatch(VariableTree.class::isInstance);
            ExpressionTree condition = tree.getCondition() == null ? null : Syntax.unparenthesized(tree.getCondition());
            if (!allDeclared || tree.getUpdate().size() != 1 || !(condition instanceof BinaryTree comparison)) {
                return Optional.empty();
            }
            ExpressionTree update = Syntax.unparenthesized(
                    ((ExpressionStatementTree) tree.getUpdate().get(0)).getExpression());
            return tree.getInitializer().stream()
                    .flatMap(variable -> attribution.local(variable).stream())
                    .filter(local -> isIndex(local, update))
                    .findFirst()
                    .flatMap(local -> read(local, comparison, update));
        }

        private boolean isIndex(Local local, ExpressionTree update) {
            return hasKind(local, TypeKind.INT)
                    && local.declaration().getInitializer() != null
                    && !assigned.contains(local)
                    && Syntax.isAssignment(update)
                    && isLocal(Syntax.assignedParts(update).get(0), local);
        }

        private Optional<CountedLoop> read(Local index, BinaryTree comparison, ExpressionTree update) {
            boolean indexFirst = shift(comparison.getLeftOperand(), index).isPresent();
            ExpressionTree bound = indexFirst ? comparison.getRightOperand() : comparison.getLeftOperand();
            ExpressionTree tested = indexFirst ? comparison.getLeftOperand() : comparison.getRightOperand();
            Optional<Integer> shift = shift(tested, index);
            if (shift.isEmpty() || shift.get() != 0 && !isLength(bound)) {
                return Optional.empty();
            }
            Optional<Primitive> test = test(comparison.getKind(), indexFirst);
            Optional<Integer> step = step(index, update);
            if (test.isEmpty() || step.isEmpty() || !isInvariant(bound, index) || !isIntegral(bound)) {
                return Optional.empty();
            }
            boolean up = test.get() == Primitive.LESS || test.get() == Primitive.LESS_EQUAL;
            return step.get() != 0 && up == step.get() > 0
                    ? Optional.of(new CountedLoop(index, test.get(), bound, shift.get(), step.get()))
                    : Optional.empty();
        }

        /** The number that is added to the index where it is tested: 0 for {@code i}, 1 for {@code i + 1}. */
        private Optional<Integer> shift(ExpressionTree tested, Local index) {
            return isLocal(tested, index)
                    ? Optional.of(0)
                    : sum(index, Syntax.unparenthesized(tested)).filter(shift -> shift > 0);
        }

        /** Whether a bound is a length, so that nothing overflows when a small number is taken from it. */
        private static boolean isLength(ExpressionTree bound) {
            return Syntax.unparenthesized(bound) instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("length");
        }

        private static Optional<Primitive> test(Tree.Kind comparison, boolean indexFirst) {
            return Optional.ofNullable(
                    switch (comparison) {
                        case LESS_THAN -> indexFirst ? Primitive.LESS : Primitive.GREATER;
                        case LESS_THAN_EQUAL -> indexFirst ? Primitive.LESS_EQUAL : Primitive.GREATER_EQUAL;
                        case GREATER_THAN -> indexFirst ? Primitive.GREATER : Primitive.LESS;
                        case GREATER_THAN_EQUAL -> indexFirst ? Primitive.GREATER_EQUAL : Primitive.LESS_EQUAL;
                        default -> null;
                    });
        }

        private Optional<Integer> step(Local index, ExpressionTree update) {
            return switch (update.getKind()) {
                case PREFIX_INCREMENT, POSTFIX_INCREMENT -> Optional.of(1);
                case PREFIX_DECREMENT, POSTFIX_DECREMENT -> Optional.of(-1);
                case PLUS_ASSIGNMENT -> constant(((CompoundAssignmentTree) update).getExpression());
                case MINUS_ASSIGNMENT ->
                    constant(((CompoundAssignmentTree) update).getExpression()).map(step -> -step);
                case ASSIGNMENT -> sum(index, Syntax.unparenthesized(((AssignmentTree) update).getExpression()));
                default -> Optional.empty();
            };
        }

        private Optional<Integer> sum(Local index, ExpressionTree value) {
            if (!(value instanceof BinaryTree sum)) {
                return Optional.empty();
            }
            boolean indexFirst = isLocal(sum.getLeftOperand(), index);
            return switch (sum.getKind()) {
                case PLUS ->
                    indexFirst
                            ? constant(sum.getRightOperand())
                            : isLocal(sum.getRightOperand(), index) ? constant(sum.getLeftOperand()) : Optional.empty();
                case MINUS -> indexFirst ? constant(sum.getRightOperand()).map(step -> -step) : Optional.empty();
                default -> Optional.empty();
            };
        }

        private Optional<Integer> constant(ExpressionTree tree) {
            Optional<Object> named = attribution
                    .element(Syntax.unparenthesized(tree))
                    .filter(VariableElement.class::isInstance)
                    .map(field -> ((VariableElement) field).getConstantValue());
            return Syntax.literal(tree)
                    .or(() -> named)
                    .filter(Integer.class::isInstance)
                    .map(Integer.class::cast);
        }

        private boolean isLocal(ExpressionTree tree, Local local) {
            return attribution
                    .local(Syntax.unparenthesized(tree))
                    .filter(local::equals)
                    .isPresent();
        }

        private boolean isIntegral(ExpressionTree bound) {
            return attribution
                    .type(bound)
                    .filter(type -> switch (type.getKind()) {
                        case BYTE, SHORT, CHAR, INT -> true;
                        default -> false;
                    })
                    .isPresent();
        }

        private static boolean hasKind(Local local, TypeKind kind) {
            return local.type().filter(type -> type.getKind() == kind).isPresent();
        }

        /** Whether an expression has the same value whenever it is evaluated in the loop. */
        private boolean isInvariant(ExpressionTree tree, Local index) {
            ExpressionTree plain = Syntax.unparenthesized(tree);
            Optional<Local> local = attribution.local(plain);
            if (local.isPresent()) {
                return !local.get().equals(index) && !assigned.contains(local.get());
            }
            if (Syntax.literal(plain).isPresent() || isConstant(attribution.element(plain))) {
                return true;
            }
            if (plain instanceof BinaryTree binary) {
                return isInvariant(binary.getLeftOperand(), index) && isInvariant(binary.getRightOperand(), index);
            }
            if (plain instanceof UnaryTree unary) {
                return !Syntax.isAssignment(unary) && isInvariant(unary.getExpression(), index);
            }
            if (plain instanceof TypeCastTree cast) {
                return isInvariant(cast.getExpression(), index);
            }
            if (attribution.element(plain).filter(isComponent).isPresent()) {
                return isOfInvariant(plain, index);
            }
            if (plain instanceof MemberSelectTree select) {
                return select.getIdentifier().contentEquals("length") && isInvariant(select.getExpression(), index);
            }
            if (plain instanceof ArrayAccessTree row) {
                return isInvariantRow(row, index);
            }
            return plain instanceof MethodInvocationTree call
                    && isOfMath(attribution.element(call))
                    && call.getArguments().stream().allMatch(argument -> isInvariant(argument, index));
        }

        private boolean isInvariantRow(ArrayAccessTree row, Local index) {
            return attribution
                            .type(row)
                            .filter(type -> type.getKind() == TypeKind.ARRAY)
                            .isPresent()
                    && isInvariant(row.getExpression(), index)
                    && isInvariant(row.getIndex(), index)
                    && !RowChanges.mayBeIn(body, attribution, isComponent);
        }

        /** Whether a component's record is the same: {@code this}, written or not, always is. */
        private boolean isOfInvariant(ExpressionTree component, Local index) {
            ExpressionTree member =
                    component instanceof MethodInvocationTree accessor ? accessor.getMethodSelect() : component;
            return !(member instanceof MemberSelectTree select)
                    || Syntax.isThis(select.getExpression())
                    || isInvariant(select.getExpression(), index);
        }

        private static boolean isConstant(Optional<Element> element) {
            return element.filter(VariableElement.class::isInstance)
                    .filter(field -> field.getModifiers().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL)))
                    .isPresent();
        }

        private static boolean isOfMath(Optional<Element> method) {
            return method.map(element -> element.getEnclosingElement().toString())
                    .filter(List.of("java.lang.Math", "java.lang.StrictMath")::contains)
                    .isPresent();
        }
    }
}
