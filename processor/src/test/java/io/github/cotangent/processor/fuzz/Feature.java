package io.github.cotangent.processor.fuzz;

import java.util.EnumSet;
import java.util.Set;

/** What a random program may contain. A feature is off as long as it is rejected. */
enum Feature {
    IF,
    CONDITIONAL,
    SHORT_CIRCUIT,
    EARLY_RETURN,
    FOR,
    FOR_DOWN,
    FOR_COMMA,
    FOREACH,
    WHILE,
    DO,
    ENDLESS,
    BREAK,
    CONTINUE,
    LABEL,
    SWITCH,
    FALL_THROUGH,
    SWITCH_ARROW,
    SWITCH_VALUE,
    ASSIGNMENT_VALUE,
    STEP,
    COMPOUND,
    LATE_VALUE,
    INT_ARITHMETIC,
    LONG_ARITHMETIC,
    SMALL_INTEGERS,
    SHIFT,
    CAST,
    FLOAT,
    MATH,
    INT_MATH,
    REMAINDER,
    BOOLEAN_LOCAL,
    LOCAL_ARRAY,
    ARRAY_LITERAL,
    CLONE,
    ALIAS,
    ELEMENT_WRITE,
    INT_ARRAY,
    ARRAY_ASSIGNED,
    HELPER,
    VOID_HELPER,
    ARRAY_HELPER,
    HELPER_RETURNS_ARRAY,
    CONSTANT_FIELD,
    CONSTANT_PARAMETER,
    STOP_GRADIENT,
    ARRAY_PARAMETER,
    SCALAR_PARAMETER,
    VECTOR_RESULT,
    SECOND_ORDER,
    FAILURE,
    ARRAY_CARRIED,
    ARRAY_SWAP,
    ARRAY_CHOICE,
    MATRIX,
    FLOAT_ARRAY,
    LONG_ARRAY,
    SMALL_ARRAY,
    JAGGED,
    ROW_ASSIGNED,
    FLOAT_RESULT,
    ROWS_RESULT,
    THROW,
    ASSERT,
    ARRAY_COPY,
    FILL,
    COPY_OF,
    VARARGS,
    RECURSION,
    OTHER_CLASS,
    OTHER_PACKAGE,
    STATIC_IMPORT,
    RECORD_ELSEWHERE,
    ROWS_ELSEWHERE,
    RECORD,
    RECORD_PARAMETER,
    RECORD_RESULT,
    ENUM_PARAMETER,
    ARRAY_FIELD,
    OUTPUT,
    WRITTEN_ELSEWHERE,
    STENCIL,
    SWEEP,
    TRIANGLE,
    HANDED_ON,
    CHAIN,
    LOADING_CONDITION;

    private final boolean on;

    Feature() {
        this(true);
    }

    Feature(boolean on) {
        this.on = on;
    }

    /** The features that are on, and those that {@code -Dfuzz.with=A,B} names. */
    static Set<Feature> current() {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (Feature feature : values()) {
            if (feature.on) {
                features.add(feature);
            }
        }
        for (String name : System.getProperty("fuzz.with", "").split(",")) {
            if (!name.isBlank()) {
                features.add(valueOf(name));
            }
        }
        for (String name : System.getProperty("fuzz.without", "").split(",")) {
            if (!name.isBlank()) {
                features.remove(valueOf(name));
            }
        }
        return features;
    }
}
