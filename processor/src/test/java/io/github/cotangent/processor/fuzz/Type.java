package io.github.cotangent.processor.fuzz;

/** The types of random programs, by their names in Java and in the program over dual numbers. */
enum Type {
    DOUBLE("double", "Num"),
    FLOAT("float", "Num"),
    LONG("long", "long"),
    INT("int", "int"),
    SHORT("short", "short"),
    CHAR("char", "char"),
    BYTE("byte", "byte"),
    BOOLEAN("boolean", "boolean"),
    VOID("void", "void"),
    DOUBLES("double[]", "Num[]"),
    FLOATS("float[]", "Num[]"),
    MATRIX("double[][]", "Num[][]"),
    INTS("int[]", "int[]"),
    LONGS("long[]", "long[]"),
    CHARS("char[]", "char[]"),
    BYTES("byte[]", "byte[]"),
    BOOLEANS("boolean[]", "boolean[]"),
    /** A record of two numbers. */
    POINT("Point", "Point"),
    /** A record of an array, a number and an integer; only a parameter, whose components are variables. */
    LAYER("Layer", "Layer"),
    MODE("Mode", "Mode");

    private final String java;
    private final String dual;

    Type(String java, String dual) {
        this.java = java;
        this.dual = dual;
    }

    String java() {
        return java;
    }

    String dual() {
        return dual;
    }

    boolean isReal() {
        return this == DOUBLE || this == FLOAT;
    }

    boolean isRecord() {
        return this == POINT || this == LAYER;
    }

    boolean isNumber() {
        return compareTo(BYTE) <= 0;
    }

    boolean isArray() {
        return java.endsWith("]");
    }

    boolean isRealArray() {
        return this == DOUBLES || this == FLOATS || this == MATRIX;
    }

    Type element() {
        return switch (this) {
            case DOUBLES -> DOUBLE;
            case FLOATS -> FLOAT;
            case INTS -> INT;
            case LONGS -> LONG;
            case CHARS -> CHAR;
            case BYTES -> BYTE;
            case BOOLEANS -> BOOLEAN;
            case MATRIX -> DOUBLES;
            default -> throw new IllegalArgumentException(java);
        };
    }

    /** The type of {@code a + b}. */
    static Type promoted(Type a, Type b) {
        Type wider = a.compareTo(b) <= 0 ? a : b;
        return wider.compareTo(INT) > 0 && wider.isNumber() ? INT : wider;
    }
}
