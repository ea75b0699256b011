package io.github.cotangent.processor.ir;

import java.util.List;

/** Random scalar expressions, kept where the functions are smooth and their values moderate. */
final class RandomScalars {

    private static final List<Primitive> BOUNDED = List.of(
            Primitive.SIN,
            Primitive.COS,
            Primitive.TANH,
            Primitive.ATAN,
            Primitive.STRICT_SIN,
            Primitive.STRICT_COS,
            Primitive.STRICT_TANH,
            Primitive.STRICT_ATAN);
    private static final List<Primitive> OF_UP_TO_ONE = List.of(
            Primitive.TAN,
            Primitive.ASIN,
            Primitive.ACOS,
            Primitive.SINH,
            Primitive.COSH,
            Primitive.EXP,
            Primitive.EXPM1,
            Primitive.STRICT_TAN,
            Primitive.STRICT_ASIN,
            Primitive.STRICT_ACOS,
            Primitive.STRICT_SINH,
            Primitive.STRICT_COSH,
            Primitive.STRICT_EXP,
            Primitive.STRICT_EXPM1);
    private static final List<Primitive> OF_POSITIVE = List.of(
            Primitive.LOG,
            Primitive.LOG10,
            Primitive.LOG1P,
            Primitive.SQRT,
            Primitive.CBRT,
            Primitive.STRICT_LOG,
            Primitive.STRICT_LOG10,
            Primitive.STRICT_LOG1P,
            Primitive.STRICT_CBRT);
    private static final List<Primitive> LINEAR =
            List.of(Primitive.NEGATE, Primitive.ABS, Primitive.TO_RADIANS, Primitive.STOP_GRADIENT);
    private static final List<Primitive> STEPS =
            List.of(Primitive.FLOOR, Primitive.CEIL, Primitive.RINT, Primitive.SIGNUM);
    private static final List<Primitive> CHOOSING = List.of(Primitive.MAX, Primitive.MIN, Primitive.COPY_SIGN);
    private static final List<Primitive> COMPARISONS =
            List.of(Primitive.LESS, Primitive.LESS_EQUAL, Primitive.GREATER, Primitive.GREATER_EQUAL);

    private RandomScalars() {}

    static void aDouble(RandomScope scope) {
        Value a = scope.aDouble();
        double bound = scope.bound(a);
        Value result = switch (scope.random.nextInt(20)) {
            case 0, 1, 2, 3 -> sum(scope, a);
            case 4, 5, 6, 7 -> product(scope, a);
            case 8 -> scope.define(bound, Primitive.DIVIDE, a, positive(scope, scope.aDouble()));
            case 9 -> scope.define(1.6, one(scope, BOUNDED), a);
            case 10 -> scope.define(3, one(scope, OF_UP_TO_ONE), upToOne(scope, a));
            case 11 -> scope.define(3, one(scope, OF_POSITIVE), positive(scope, a));
            case 12 -> scope.define(bound, one(scope, LINEAR), a);
            case 13 -> scope.define(bound, one(scope, CHOOSING), a, scope.aDouble());
            case 14 -> power(scope, a);
            case 15 -> polar(scope, a);
            case 16 -> selection(scope, a);
            case 17 -> scope.define(Type.DOUBLE, 5, Primitive.CAST, scope.anInt());
            case 18 -> remainder(scope, a);
            default -> rare(scope, a);
        };
        scope.doubles.add(scope.damped(result, 20));
    }

    private static Primitive one(RandomScope scope, List<Primitive> primitives) {
        return primitives.get(scope.random.nextInt(primitives.size()));
    }

    private static Value sum(RandomScope scope, Value a) {
        Value b = scope.aDouble();
        Primitive primitive = scope.chance(0.6) ? Primitive.ADD : Primitive.SUBTRACT;
        return scope.define(scope.bound(a) + scope.bound(b), primitive, a, b);
    }

    private static Value product(RandomScope scope, Value a) {
        Value b = scope.aDouble();
        return scope.define(scope.bound(a) * scope.bound(b), Primitive.MULTIPLY, a, b);
    }

    /** {@code 1 + a²}. */
    private static Value positive(RandomScope scope, Value a) {
        Value square = scope.define(scope.bound(a) * scope.bound(a), Primitive.MULTIPLY, a, a);
        return scope.define(1 + scope.bound(square), Primitive.ADD, scope.builder.constant(1.0), square);
    }

    /** {@code 0.875 sin a}. */
    private static Value upToOne(RandomScope scope, Value a) {
        Value sine = scope.define(1, Primitive.SIN, a);
        return scope.define(0.875, Primitive.MULTIPLY, scope.builder.constant(0.875), sine);
    }

    private static Value power(RandomScope scope, Value a) {
        Primitive primitive = scope.chance(0.8) ? Primitive.POW : Primitive.STRICT_POW;
        if (scope.chance(0.5)) {
            int exponent = scope.random.nextInt(4);
            Value small = scope.damped(a, 3);
            return scope.define(27, primitive, small, scope.builder.constant((double) exponent));
        }
        Value base = positive(scope, scope.damped(a, 3));
        return scope.define(10, primitive, base, upToOne(scope, scope.aDouble()));
    }

    private static Value polar(RandomScope scope, Value a) {
        Value b = positive(scope, scope.aDouble());
        return switch (scope.random.nextInt(4)) {
            case 0 -> scope.define(scope.bound(a) + scope.bound(b), Primitive.HYPOT, a, b);
            case 1 -> scope.define(scope.bound(a) + scope.bound(b), Primitive.STRICT_HYPOT, b, a);
            case 2 -> scope.define(3.2, Primitive.ATAN2, a, b);
            default -> scope.define(3.2, Primitive.STRICT_ATAN2, b, a);
        };
    }

    private static Value selection(RandomScope scope, Value a) {
        if (scope.booleans.isEmpty()) {
            aBoolean(scope);
        }
        Value b = scope.aDouble();
        double bound = Math.max(scope.bound(a), scope.bound(b));
        return scope.define(Type.DOUBLE, bound, Primitive.SELECT, scope.recent(scope.booleans), a, b);
    }

    private static Value remainder(RandomScope scope, Value a) {
        Primitive primitive = scope.chance(0.7) ? Primitive.REMAINDER : Primitive.IEEE_REMAINDER;
        return scope.define(scope.bound(a), primitive, a, positive(scope, scope.aDouble()));
    }

    private static Value rare(RandomScope scope, Value a) {
        double bound = scope.bound(a);
        return switch (scope.random.nextInt(6)) {
            case 0 -> {
                Value b = scope.aDouble();
                Value c = scope.aDouble();
                yield scope.define(bound * scope.bound(b) + scope.bound(c), Primitive.FMA, a, b, c);
            }
            case 1 -> scope.define(bound / 2, Primitive.SCALB, a, scope.builder.constant(-1));
            case 2 -> scope.define(60 * bound, Primitive.TO_DEGREES, a);
            case 3 -> scope.define(bound + 1, one(scope, STEPS), a);
            case 4 -> {
                Value pi = scope.builder.constant(Type.DOUBLE, Math.PI, "Math.PI");
                yield scope.define(bound * 3.2, Primitive.MULTIPLY, pi, a);
            }
            default -> scope.define(bound + 0.1, Primitive.NEXT_UP, a);
        };
    }

    /** By way of {@code float} and back. */
    static void aFloat(RandomScope scope) {
        Value a = scope.define(Type.FLOAT, 3, Primitive.CAST, scope.damped(scope.aDouble(), 3));
        Value b = scope.define(Type.FLOAT, 3, Primitive.CAST, scope.damped(scope.aDouble(), 3));
        Primitive primitive = one(scope, List.of(Primitive.ADD, Primitive.MULTIPLY, Primitive.SUBTRACT, Primitive.MAX));
        Value result = scope.define(Type.FLOAT, 9, primitive, a, b);
        scope.doubles.add(scope.define(Type.DOUBLE, 9, Primitive.CAST, result));
    }

    static void anInt(RandomScope scope) {
        Value a = scope.anInt();
        Primitive primitive = one(scope, List.of(Primitive.ADD, Primitive.SUBTRACT, Primitive.MULTIPLY, Primitive.XOR));
        Value b = scope.define(Type.INT, 50, primitive, a, scope.anInt());
        scope.ints.add(scope.define(Type.INT, 4, Primitive.FLOOR_MOD, b, scope.builder.constant(5)));
    }

    static void aBoolean(RandomScope scope) {
        boolean ofInts = scope.chance(0.4);
        Value a = ofInts ? scope.anInt() : scope.aDouble();
        Value b = ofInts ? scope.anInt() : scope.aDouble();
        Value result = scope.define(Type.BOOLEAN, 0, one(scope, COMPARISONS), a, b);
        if (!scope.booleans.isEmpty() && scope.chance(0.3)) {
            Primitive primitive = one(scope, List.of(Primitive.AND, Primitive.OR, Primitive.XOR));
            result = scope.define(Type.BOOLEAN, 0, primitive, result, scope.recent(scope.booleans));
        }
        scope.booleans.add(scope.chance(0.1) ? scope.define(Type.BOOLEAN, 0, Primitive.NOT, result) : result);
    }
}
