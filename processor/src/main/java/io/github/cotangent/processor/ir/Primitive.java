package io.github.cotangent.processor.ir;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operations that a {@link Statement.Let} applies. */
public enum Primitive {
    // Arithmetic on int, long, float and double; both operands have the result's type.
    ADD(Form.INFIX, "+"),
    SUBTRACT(Form.INFIX, "-"),
    MULTIPLY(Form.INFIX, "*"),
    DIVIDE(Form.INFIX, "/"),
    REMAINDER(Form.INFIX, "%"),
    NEGATE(Form.PREFIX, "-"),
    /** A conversion of Java's to the type of the result. */
    CAST(Form.CAST, ""),

    // Bits; both operands have the result's type, but for shifts, whose distance is an int or a long.
    AND(Form.INFIX, "&"),
    OR(Form.INFIX, "|"),
    XOR(Form.INFIX, "^"),
    COMPLEMENT(Form.PREFIX, "~"),
    SHIFT_LEFT(Form.INFIX, "<<"),
    SHIFT_RIGHT(Form.INFIX, ">>"),
    SHIFT_RIGHT_UNSIGNED(Form.INFIX, ">>>"),

    // Comparisons: two operands of one type, a boolean result.
    EQUAL(Form.INFIX, "=="),
    NOT_EQUAL(Form.INFIX, "!="),
    LESS(Form.INFIX, "<"),
    LESS_EQUAL(Form.INFIX, "<="),
    GREATER(Form.INFIX, ">"),
    GREATER_EQUAL(Form.INFIX, ">="),
    NOT(Form.PREFIX, "!"),

    /** {@code a.equals(b)}, for text. */
    EQUALS(Form.STATIC, "java.util.Objects.equals"),
    /** The place of an enum's constant. */
    ORDINAL(Form.METHOD, "ordinal"),

    /** {@code condition ? a : b} where both are at hand already. */
    SELECT(Form.SELECT, ""),

    /** {@code THROUGH(a, b)}: the value {@code a}, with the derivative of {@code b}, which equals it. */
    THROUGH(Form.ALIAS, ""),

    // Arrays. Stores are statements of their own.
    /** A new array of zeros; the arguments are its lengths, as in {@code new double[n][m]}. Rows of no length are null. */
    NEW_ARRAY(Form.NEW_ARRAY, ""),
    LENGTH(Form.LENGTH, ""),
    LOAD(Form.LOAD, ""),
    CLONE(Form.CLONE, ""),
    /** {@code GROW(array, index)}: the array itself where it has that index, else a longer copy of it. */
    GROW(Form.STATIC, "io.github.cotangent.Buffers.grow"),

    // Functions of Math that can have derivatives.
    ABS("abs"),
    MAX("max"),
    MIN("min"),
    CLAMP("clamp"),
    SIN("sin"),
    COS("cos"),
    TAN("tan"),
    ASIN("asin"),
    ACOS("acos"),
    ATAN("atan"),
    SINH("sinh"),
    COSH("cosh"),
    TANH("tanh"),
    EXP("exp"),
    EXPM1("expm1"),
    LOG("log"),
    LOG10("log10"),
    LOG1P("log1p"),
    SQRT("sqrt"),
    CBRT("cbrt"),
    POW("pow"),
    HYPOT("hypot"),
    ATAN2("atan2"),
    TO_RADIANS("toRadians"),
    TO_DEGREES("toDegrees"),
    FMA("fma"),
    SCALB("scalb"),
    COPY_SIGN("copySign"),
    IEEE_REMAINDER("IEEEremainder"),

    // Functions of Math that are piecewise constant, or take and give integers.
    CEIL("ceil"),
    FLOOR("floor"),
    RINT("rint"),
    ROUND("round"),
    SIGNUM("signum"),
    ULP("ulp"),
    GET_EXPONENT("getExponent"),
    NEXT_UP("nextUp"),
    NEXT_DOWN("nextDown"),
    NEXT_AFTER("nextAfter"),
    ABS_EXACT("absExact"),
    ADD_EXACT("addExact"),
    SUBTRACT_EXACT("subtractExact"),
    MULTIPLY_EXACT("multiplyExact"),
    INCREMENT_EXACT("incrementExact"),
    DECREMENT_EXACT("decrementExact"),
    NEGATE_EXACT("negateExact"),
    TO_INT_EXACT("toIntExact"),
    MULTIPLY_FULL("multiplyFull"),
    MULTIPLY_HIGH("multiplyHigh"),
    UNSIGNED_MULTIPLY_HIGH("unsignedMultiplyHigh"),
    FLOOR_DIV("floorDiv"),
    FLOOR_MOD("floorMod"),
    CEIL_DIV("ceilDiv"),
    CEIL_MOD("ceilMod"),
    DIVIDE_EXACT("divideExact"),
    FLOOR_DIV_EXACT("floorDivExact"),
    CEIL_DIV_EXACT("ceilDivExact"),

    /** The order in which {@code -0.0} comes before {@code 0.0}, and NaN last. */
    COMPARE(Form.STATIC, "java.lang.Double.compare"),

    // The functions of StrictMath whose last bits may differ from those of Math.
    STRICT_SIN(SIN),
    STRICT_COS(COS),
    STRICT_TAN(TAN),
    STRICT_ASIN(ASIN),
    STRICT_ACOS(ACOS),
    STRICT_ATAN(ATAN),
    STRICT_SINH(SINH),
    STRICT_COSH(COSH),
    STRICT_TANH(TANH),
    STRICT_EXP(EXP),
    STRICT_EXPM1(EXPM1),
    STRICT_LOG(LOG),
    STRICT_LOG10(LOG10),
    STRICT_LOG1P(LOG1P),
    STRICT_CBRT(CBRT),
    STRICT_POW(POW),
    STRICT_HYPOT(HYPOT),
    STRICT_ATAN2(ATAN2),

    /** The value of its argument, with derivative zero. */
    STOP_GRADIENT(Form.STATIC, "io.github.cotangent.Differentiation.stopGradient"),

    // The run-time part of the rules: see io.github.cotangent.Partials.
    /** {@code sensitivity * partial}, and exactly 0 where the sensitivity is: the strong zero. */
    STRONG_TIMES(Form.STATIC, "io.github.cotangent.Partials.times"),
    LOG_SLOPE(Form.STATIC, "io.github.cotangent.Partials.log"),
    LOG10_SLOPE(Form.STATIC, "io.github.cotangent.Partials.log10"),
    LOG1P_SLOPE(Form.STATIC, "io.github.cotangent.Partials.log1p"),
    SQRT_SLOPE(Form.STATIC, "io.github.cotangent.Partials.sqrt"),
    CBRT_SLOPE(Form.STATIC, "io.github.cotangent.Partials.cbrt"),
    ASIN_SLOPE(Form.STATIC, "io.github.cotangent.Partials.asin"),
    ACOS_SLOPE(Form.STATIC, "io.github.cotangent.Partials.acos"),
    ABS_SLOPE(Form.STATIC, "io.github.cotangent.Partials.abs"),
    COPY_SIGN_SLOPE(Form.STATIC, "io.github.cotangent.Partials.copySign"),
    POW_BASE_SLOPE(Form.STATIC, "io.github.cotangent.Partials.powBase"),
    POW_EXPONENT_SLOPE(Form.STATIC, "io.github.cotangent.Partials.powExponent"),
    ATAN2_Y_SLOPE(Form.STATIC, "io.github.cotangent.Partials.atan2Y"),
    ATAN2_X_SLOPE(Form.STATIC, "io.github.cotangent.Partials.atan2X"),
    HYPOT_SLOPE(Form.STATIC, "io.github.cotangent.Partials.hypotX"),
    REMAINDER_SLOPE(Form.STATIC, "io.github.cotangent.Partials.remainderDivisor"),
    IEEE_REMAINDER_SLOPE(Form.STATIC, "io.github.cotangent.Partials.ieeeRemainderDivisor");

    /** How Java writes an application of the primitive. */
    public enum Form {
        INFIX,
        PREFIX,
        CAST,
        SELECT,
        /** The first argument itself. */
        ALIAS,
        NEW_ARRAY,
        LENGTH,
        LOAD,
        CLONE,
        /** A method of the argument without parameters. */
        METHOD,
        STATIC
    }

    private static final Map<String, Primitive> OF_MATH = byClass("java.lang.Math.");
    private static final Map<String, Primitive> OF_STRICT_MATH = byClass("java.lang.StrictMath.");

    private final Form form;
    private final String symbol;
    private final Primitive relaxed;

    Primitive(Form form, String symbol) {
        this.form = form;
        this.symbol = symbol;
        this.relaxed = this;
    }

    Primitive(String mathMethod) {
        this(Form.STATIC, "java.lang.Math." + mathMethod);
    }

    Primitive(Primitive relaxed) {
        this.form = Form.STATIC;
        this.symbol = relaxed.symbol.replace("Math", "StrictMath");
        this.relaxed = relaxed;
    }

    /** The primitive for a method of {@code java.lang.Math}, all overloads alike. */
    public static Optional<Primitive> ofMath(String method) {
        return Optional.ofNullable(OF_MATH.get(method));
    }

    /** The primitive for a method of {@code java.lang.StrictMath}; where both classes agree on every bit, that of Math. */
    public static Optional<Primitive> ofStrictMath(String method) {
        return Optional.ofNullable(OF_STRICT_MATH.get(method)).or(() -> ofMath(method));
    }

    private static Map<String, Primitive> byClass(String prefix) {
        return Arrays.stream(values())
                .filter(primitive -> primitive.symbol.startsWith(prefix))
                .collect(Collectors.toUnmodifiableMap(p -> p.symbol.substring(prefix.length()), p -> p));
    }

    public Form form() {
        return form;
    }

    /** The operator, or the qualified name of the static method. */
    public String symbol() {
        return symbol;
    }

    /** The function of Math that a function of StrictMath approximates too; for every other primitive itself. */
    public Primitive relaxed() {
        return relaxed;
    }

    public boolean isComparison() {
        return ordinal() >= EQUAL.ordinal() && ordinal() <= GREATER_EQUAL.ordinal();
    }

    /** Whether the result is a new object: two applications to the same arguments are not the same. */
    public boolean allocates() {
        return this == NEW_ARRAY || this == CLONE || this == GROW;
    }

    /** Whether the result depends on the elements of an array, and so on the stores before it. */
    public boolean readsMemory() {
        return this == LOAD || this == CLONE || this == GROW;
    }

    /** Whether the result depends on the arguments alone. */
    public boolean isPure() {
        return !allocates() && !readsMemory();
    }
}
