package io.github.cotangent.processor.fuzz;

/** What a {@link Node} is. In comments: its text, and its parts. */
enum Kind {
    /** The literal. */
    LITERAL,
    /** The variable or constant. */
    NAME,
    /** The operator; both operands. */
    BINARY,
    UNARY,
    CAST,
    /** The method of {@code Math}; the arguments. */
    MATH,
    CHOICE,
    ELEMENT,
    LENGTH,
    /** The operator {@code =}, {@code +=}, …; target and value. */
    ASSIGN,
    /** {@code ++x}, {@code x++}, {@code --x} or {@code x--}; the target. */
    STEP,
    /** Selector, and {@link #ARM}s. */
    SWITCH_VALUE,
    /** The method; the arguments. */
    CALL,
    /** The length or lengths. */
    NEW_ARRAY,
    ARRAY_LITERAL,
    CLONE,
    /** The method of {@code Arrays}; the arguments. */
    COPY_OF,
    STOP_GRADIENT,
    NEW_RECORD,
    /** The component; the record. */
    COMPONENT,

    /** The labels; an expression or a {@link #BLOCK}. */
    ARM,
    /** The labels; the statements. */
    CASE,
    /** The variable; its value, if it has one at once. */
    LOCAL,
    EXPRESSION,
    BLOCK,
    IF,
    /** The label; the first {@link #LIST}, condition, the second {@link #LIST}, body. */
    FOR,
    LIST,
    WHILE,
    DO,
    /** The label and the variable, after a space; array and body. */
    FOREACH,
    LABELED,
    SWITCH,
    SWITCH_ARROW,
    BREAK,
    CONTINUE,
    RETURN,
    YIELD,
    /** The exception's class; the values in its text. */
    THROW,
    /** The condition, and the values in the text. */
    ASSERT,
    ARRAY_COPY,
    /** The array, perhaps where to begin and end, and the value. */
    FILL,
    EMPTY
}
