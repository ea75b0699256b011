package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.ir.Statement.Let;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What Java computes for an application of a primitive to given objects. */
final class JavaOperations {

    private record Signature(String symbol, List<Class<?>> types) {}

    private static final Map<Signature, java.lang.reflect.Method> METHODS = new ConcurrentHashMap<>();

    private JavaOperations() {}

    static Object apply(Let let, List<?> arguments) {
        Type type = let.result().type();
        Object first = arguments.get(0);
        Object result = switch (let.primitive().form()) {
            case INFIX -> infix(let.primitive(), first, arguments.get(1));
            case PREFIX -> prefix(let.primitive(), first);
            case CAST -> cast(first, type);
            case SELECT -> arguments.get((boolean) first ? 1 : 2);
            case ALIAS -> first;
            case NEW_ARRAY -> newArray(type, arguments);
            case LENGTH -> Array.getLength(first);
            case LOAD -> Array.get(first, (int) arguments.get(1));
            case METHOD -> ((Enum<?>) first).ordinal();
            case CLONE -> copy(first, Array.getLength(first));
            case STATIC ->
                let.primitive() == Primitive.GROW ? grow(first, (int) arguments.get(1)) : invoke(let, arguments);
        };
        boolean isRowNotThere = type.isArray() && result == null;
        if (!isRowNotThere && !isInstance(type, result)) {
            throw new IllegalStateException(let + " gave " + (result == null ? "null" : result.getClass()));
        }
        return result;
    }

    static boolean isInstance(Type type, Object object) {
        return MethodType.methodType(classOf(type)).wrap().returnType().isInstance(object);
    }

    static Class<?> classOf(Type type) {
        if (type.isArray()) {
            return classOf(type.element()).arrayType();
        }
        return switch (type.kind()) {
            case BOOLEAN -> boolean.class;
            case BYTE -> byte.class;
            case SHORT -> short.class;
            case CHAR -> char.class;
            case INT -> int.class;
            case LONG -> long.class;
            case FLOAT -> float.class;
            case DOUBLE -> double.class;
            case RECORD, OBJECT -> Object.class;
        };
    }

    static Object newArray(Type type, List<?> lengths) {
        int[] dimensions = lengths.stream().mapToInt(length -> (int) length).toArray();
        return Array.newInstance(classOf(new Type(type.kind(), type.rank() - dimensions.length)), dimensions);
    }

    static Object copy(Object array, int length) {
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, Math.min(length, Array.getLength(array)));
        return copy;
    }

    static Object grow(Object array, int index) {
        int length = Array.getLength(array);
        return index < length ? array : copy(array, Math.max(index + 1, Math.max(16, 2 * length)));
    }

    static Object cast(Object value, Type type) {
        if (value instanceof Boolean || type.kind() == Type.Kind.BOOLEAN) {
            return (boolean) value;
        }
        if (value instanceof Character character) {
            return cast((int) character, type);
        }
        // Narrowing of a floating-point number to byte, short and char goes by way of int.
        Number number = (Number) value;
        return switch (type.kind()) {
            case BYTE -> (byte) number.intValue();
            case SHORT -> (short) number.intValue();
            case CHAR -> (char) number.intValue();
            case INT -> number.intValue();
            case LONG -> number.longValue();
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            case BOOLEAN, RECORD, OBJECT -> throw new IllegalArgumentException("cast to " + type);
        };
    }

    private static Object prefix(Primitive primitive, Object a) {
        return switch (primitive) {
            case NOT -> !(boolean) a;
            case COMPLEMENT -> a instanceof Long x ? (Object) ~x : (Object) ~(int) a;
            case NEGATE -> {
                if (a instanceof Double x) {
                    yield -x;
                }
                if (a instanceof Float x) {
                    yield -x;
                }
                yield a instanceof Long x ? (Object) (-x) : (Object) (-(int) a);
            }
            default -> throw new IllegalArgumentException(primitive.toString());
        };
    }

    private static Object infix(Primitive primitive, Object a, Object b) {
        if (a instanceof Double x) {
            return infix(primitive, x.doubleValue(), (double) b);
        }
        if (a instanceof Float x) {
            return infix(primitive, x.floatValue(), (float) b);
        }
        if (a instanceof Long x) {
            return infix(primitive, x.longValue(), ((Number) b).longValue());
        }
        if (a instanceof Boolean x) {
            return infix(primitive, x.booleanValue(), (boolean) b);
        }
        if (a.getClass().isArray()) {
            return identity(primitive, a, b);
        }
        // A shift's distance may be a long; only its low bits count.
        return infix(primitive, (int) cast(a, Type.INT), (int) cast(b, Type.INT));
    }

    private static Object identity(Primitive primitive, Object a, Object b) {
        return switch (primitive) {
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            default -> throw new IllegalArgumentException(primitive + " of arrays");
        };
    }

    private static Object infix(Primitive primitive, boolean a, boolean b) {
        return switch (primitive) {
            case AND -> a & b;
            case OR -> a | b;
            case XOR, NOT_EQUAL -> a != b;
            case EQUAL -> a == b;
            default -> throw new IllegalArgumentException(primitive + " of booleans");
        };
    }

    private static Object infix(Primitive primitive, int a, int b) {
        return switch (primitive) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case SHIFT_LEFT -> a << b;
            case SHIFT_RIGHT -> a >> b;
            case SHIFT_RIGHT_UNSIGNED -> a >>> b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case LESS_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUAL -> a >= b;
            default -> throw new IllegalArgumentException(primitive + " of ints");
        };
    }

    private static Object infix(Primitive primitive, long a, long b) {
        return switch (primitive) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case SHIFT_LEFT -> a << b;
            case SHIFT_RIGHT -> a >> b;
            case SHIFT_RIGHT_UNSIGNED -> a >>> b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case LESS_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUAL -> a >= b;
            default -> throw new IllegalArgumentException(primitive + " of longs");
        };
    }

    private static Object infix(Primitive primitive, float a, float b) {
        return switch (primitive) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case LESS_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUAL -> a >= b;
            default -> throw new IllegalArgumentException(primitive + " of floats");
        };
    }

    private static Object infix(Primitive primitive, double a, double b) {
        return switch (primitive) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case LESS_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUAL -> a >= b;
            default -> throw new IllegalArgumentException(primitive + " of doubles");
        };
    }

    private static Object invoke(Let let, List<?> arguments) {
        List<Class<?>> types = let.arguments().stream()
                .<Class<?>>map(argument -> classOf(argument.type()))
                .toList();
        try {
            return METHODS.computeIfAbsent(new Signature(let.primitive().symbol(), types), JavaOperations::find)
                    .invoke(null, arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(let.toString(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(let.toString(), e);
        }
    }

    private static java.lang.reflect.Method find(Signature signature) {
        int dot = signature.symbol().lastIndexOf('.');
        String name = signature.symbol().substring(dot + 1);
        return Arrays.stream(classNamed(signature.symbol().substring(0, dot)).getMethods())
                .filter(method -> method.getName().equals(name) && accepts(method, signature.types()))
                .reduce((a, b) -> accepts(b, List.of(a.getParameterTypes())) ? a : b)
                .orElseThrow(() -> new UnsupportedOperationException(
                        "Java " + Runtime.version().feature() + " has no " + signature.symbol() + signature.types()));
    }

    private static Class<?> classNamed(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new UnsupportedOperationException("no class " + name, e);
        }
    }

    /** Whether a call with arguments of these types may be to this method, without boxing. */
    private static boolean accepts(java.lang.reflect.Method method, List<Class<?>> types) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length != types.size()) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!widens(types.get(i), parameters[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean widens(Class<?> from, Class<?> to) {
        List<Class<?>> wider = List.of(byte.class, short.class, int.class, long.class, float.class, double.class);
        if (from == char.class) {
            return to == char.class || wider.indexOf(to) >= 2;
        }
        return to.isAssignableFrom(from) || wider.contains(from) && wider.indexOf(from) <= wider.indexOf(to);
    }
}
