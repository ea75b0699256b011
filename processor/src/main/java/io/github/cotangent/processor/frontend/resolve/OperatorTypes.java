package io.github.cotangent.processor.frontend.resolve;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types of literals, and those that operators give to their operands; {@code null} where they are unknown. */
final class OperatorTypes {

    private final Numbers numbers;
    private final TypeTrees typeTrees;

    OperatorTypes(Numbers numbers, TypeTrees typeTrees) {
        this.numbers = numbers;
        this.typeTrees = typeTrees;
    }

    TypeMirror literal(Tree.Kind literal) {
        return switch (literal) {
            case INT_LITERAL -> numbers.primitive(TypeKind.INT);
            case LONG_LITERAL -> numbers.primitive(TypeKind.LONG);
            case FLOAT_LITERAL -> numbers.primitive(TypeKind.FLOAT);
            case DOUBLE_LITERAL -> numbers.primitive(TypeKind.DOUBLE);
            case CHAR_LITERAL -> numbers.primitive(TypeKind.CHAR);
            case BOOLEAN_LITERAL -> numbers.primitive(TypeKind.BOOLEAN);
            case STRING_LITERAL -> typeTrees.string();
            default -> null;
        };
    }

    TypeMirror unary(Tree.Kind operator, TypeMirror operand) {
        return switch (operator) {
            case LOGICAL_COMPLEMENT -> numbers.isBoolean(operand) ? numbers.primitive(TypeKind.BOOLEAN) : null;
            case UNARY_PLUS, UNARY_MINUS, BITWISE_COMPLEMENT ->
                numbers.promoted(operand).orElse(null);
            default -> operand;
        };
    }

    TypeMirror binary(Tree.Kind operator, TypeMirror left, TypeMirror right) {
        return switch (operator) {
            case CONDITIONAL_AND, CONDITIONAL_OR, EQUAL_TO, NOT_EQUAL_TO -> numbers.primitive(TypeKind.BOOLEAN);
            case LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL -> numbers.primitive(TypeKind.BOOLEAN);
            case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT ->
                left == null ? null : numbers.promoted(left).orElse(null);
            default -> left == null || right == null ? null : arithmetic(operator, left, right);
        };
    }

    private TypeMirror arithmetic(Tree.Kind operator, TypeMirror left, TypeMirror right) {
        if (operator == Tree.Kind.PLUS && (TypeTrees.isString(left) || TypeTrees.isString(right))) {
            return typeTrees.string();
        }
        if (numbers.isBoolean(left) && numbers.isBoolean(right)) {
            return numbers.primitive(TypeKind.BOOLEAN);
        }
        return numbers.promoted(left, right).orElse(null);
    }

    /** JLS 15.25: the tables for boolean and numeric conditionals, and arrays; other references depend on their context. */
    TypeMirror conditional(ConditionalExpressionTree tree, TypeMirror yes, TypeMirror no) {
        if (Numbers.isSameArray(yes, no)) {
            return yes;
        }
        boolean someArmIsPrimitive = yes.getKind().isPrimitive() || no.getKind().isPrimitive();
        Optional<TypeMirror> left = numbers.unboxed(yes).map(TypeMirror.class::cast);
        Optional<TypeMirror> right = numbers.unboxed(no).map(TypeMirror.class::cast);
        if (TypeTrees.areAlike(yes, no)) {
            return yes;
        }
        if (left.isEmpty() || right.isEmpty() || SwitchTypes.isConverted(tree, yes, no)) {
            return null;
        }
        if (left.get().getKind() == right.get().getKind()) {
            return someArmIsPrimitive ? left.get() : null;
        }
        if (numbers.isSmall(left.get()) || numbers.isSmall(right.get())) {
            return smallConditional(tree, yes, no);
        }
        return numbers.promoted(yes, no).orElse(null);
    }

    private TypeMirror smallConditional(ConditionalExpressionTree tree, TypeMirror yes, TypeMirror no) {
        if (!yes.getKind().isPrimitive() || !no.getKind().isPrimitive()) {
            return null;
        }
        if (yes.getKind() == TypeKind.INT || no.getKind() == TypeKind.INT) {
            boolean intFirst = yes.getKind() == TypeKind.INT;
            TypeMirror small = intFirst ? no : yes;
            ExpressionTree other = intFirst ? tree.getTrueExpression() : tree.getFalseExpression();
            return other instanceof LiteralTree literal
                    ? numbers.fits((Integer) literal.getValue(), small.getKind())
                            ? small
                            : numbers.primitive(TypeKind.INT)
                    : null;
        }
        boolean bytesAndShorts = numbers.isSmall(yes)
                && numbers.isSmall(no)
                && yes.getKind() != TypeKind.CHAR
                && no.getKind() != TypeKind.CHAR;
        return bytesAndShorts
                ? numbers.primitive(TypeKind.SHORT)
                : numbers.promoted(yes, no).orElse(null);
    }
}
