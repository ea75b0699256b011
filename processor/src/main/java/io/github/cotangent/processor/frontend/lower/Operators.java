package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.Tree;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lowers operators: promotes the operands first, and leaves unevaluated what Java would not evaluate. */
final class Operators {

    private final Code code;
    private final Branches branches;
    private final Consumer<Tree> mistake;

    /** Something of a type that can be evaluated, converted to a wider one. */
    record Operand(Type type, Function<Type, Value> as) {}

    /**
     * Writes to the given code.
     *
     * @param mistake takes a tree whose operands have no types that Java allows
     */
    Operators(Code code, Branches branches, Consumer<Tree> mistake) {
        this.code = code;
        this.branches = branches;
        this.mistake = mistake;
    }

    Operand operand(Value value) {
        return new Operand(value.type(), type -> code.cast(value, type, ""));
    }

    Value unary(Tree.Kind operator, Value operand, String name, Tree tree) {
        Type type = Scalars.promoted(operand.type());
        if (operator == Tree.Kind.LOGICAL_COMPLEMENT) {
            return type.equals(Type.BOOLEAN)
                    ? code.define(type, name, Primitive.NOT, operand)
                    : failed(Type.BOOLEAN, tree);
        }
        boolean allowed = operator == Tree.Kind.BITWISE_COMPLEMENT ? Scalars.isIntegral(type) : Scalars.isNumeric(type);
        if (!allowed) {
            return failed(type, tree);
        }
        return switch (operator) {
            case UNARY_PLUS -> code.cast(operand, type, name);
            case UNARY_MINUS -> code.define(type, name, Primitive.NEGATE, code.cast(operand, type, ""));
            case BITWISE_COMPLEMENT -> code.define(type, name, Primitive.COMPLEMENT, code.cast(operand, type, ""));
            default -> failed(type, tree);
        };
    }

    Value binary(Tree.Kind operator, Operand left, Operand right, String name, Tree tree) {
        Type result = resultType(operator, left.type(), right.type());
        if (!isAllowed(operator, left.type(), right.type())) {
            return failed(result, tree);
        }
        if (operator == Tree.Kind.CONDITIONAL_AND || operator == Tree.Kind.CONDITIONAL_OR) {
            return shortCircuit(operator, left, right, name, tree);
        }
        Type leftType = operandType(operator, left.type(), right.type());
        Type rightType = isShift(operator) ? Scalars.promoted(right.type()) : leftType;
        Value first = left.as().apply(leftType);
        Value second = right.as().apply(rightType);
        return code.define(result, name, primitive(operator), first, second);
    }

    /** {@code a && b} is {@code a ? b : false}, {@code a || b} is {@code a ? true : b}. */
    private Value shortCircuit(Tree.Kind operator, Operand left, Operand right, String name, Tree tree) {
        boolean and = operator == Tree.Kind.CONDITIONAL_AND;
        Value condition = left.as().apply(Type.BOOLEAN);
        return branches.choice(
                condition,
                () -> and ? right.as().apply(Type.BOOLEAN) : code.builder().constant(true),
                () -> and ? code.builder().constant(false) : right.as().apply(Type.BOOLEAN),
                Code.value(Type.BOOLEAN, name),
                tree);
    }

    Value increment(Tree.Kind operator, Value before, Type type, String name, Tree tree) {
        if (!Scalars.isNumeric(type)) {
            return failed(type, tree);
        }
        boolean up = operator == Tree.Kind.PREFIX_INCREMENT || operator == Tree.Kind.POSTFIX_INCREMENT;
        Type computed = Scalars.promoted(type, Type.INT);
        Value one = code.literal(1, computed);
        Value sum = code.define(
                computed,
                computed.equals(type) ? name : "",
                up ? Primitive.ADD : Primitive.SUBTRACT,
                code.cast(before, computed, ""),
                one);
        return code.cast(sum, type, name);
    }

    private Value failed(Type type, Tree tree) {
        mistake.accept(tree);
        return code.placeholder(type);
    }

    /** The type of the result of an operator between operands of these types. */
    Type resultType(Tree.Kind operator, Type left, Type right) {
        Primitive primitive = primitive(operator);
        return primitive.isComparison() ? Type.BOOLEAN : operandType(operator, left, right);
    }

    private static Type operandType(Tree.Kind operator, Type left, Type right) {
        return isShift(operator) ? Scalars.promoted(left) : Scalars.promoted(left, right);
    }

    private static boolean isShift(Tree.Kind operator) {
        return switch (operator) {
            case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> true;
            default -> false;
        };
    }

    private static boolean isAllowed(Tree.Kind operator, Type left, Type right) {
        boolean numeric = Scalars.isNumeric(left) && Scalars.isNumeric(right);
        boolean integral = Scalars.isIntegral(left) && Scalars.isIntegral(right);
        boolean logical = left.equals(Type.BOOLEAN) && right.equals(Type.BOOLEAN);
        return switch (operator) {
            case CONDITIONAL_AND, CONDITIONAL_OR -> logical;
            case EQUAL_TO, NOT_EQUAL_TO ->
                numeric || logical || (left.isArray() || left.isObject()) && left.equals(right);
            case AND, OR, XOR -> integral || logical;
            case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> integral;
            default -> numeric;
        };
    }

    private static Primitive primitive(Tree.Kind operator) {
        return switch (operator) {
            case PLUS -> Primitive.ADD;
            case MINUS -> Primitive.SUBTRACT;
            case MULTIPLY -> Primitive.MULTIPLY;
            case DIVIDE -> Primitive.DIVIDE;
            case REMAINDER -> Primitive.REMAINDER;
            case AND, CONDITIONAL_AND -> Primitive.AND;
            case OR, CONDITIONAL_OR -> Primitive.OR;
            case XOR -> Primitive.XOR;
            case LEFT_SHIFT -> Primitive.SHIFT_LEFT;
            case RIGHT_SHIFT -> Primitive.SHIFT_RIGHT;
            case UNSIGNED_RIGHT_SHIFT -> Primitive.SHIFT_RIGHT_UNSIGNED;
            case EQUAL_TO -> Primitive.EQUAL;
            case NOT_EQUAL_TO -> Primitive.NOT_EQUAL;
            case LESS_THAN -> Primitive.LESS;
            case LESS_THAN_EQUAL -> Primitive.LESS_EQUAL;
            case GREATER_THAN -> Primitive.GREATER;
            case GREATER_THAN_EQUAL -> Primitive.GREATER_EQUAL;
            default -> throw new IllegalArgumentException(operator + " is no binary operator");
        };
    }

    /** The operator inside a compound assignment. */
    static Tree.Kind ofCompound(Tree.Kind assignment) {
        return Tree.Kind.valueOf(assignment.name().replace("_ASSIGNMENT", ""));
    }
}
