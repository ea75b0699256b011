package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.github.cotangent.processor.emit.code.Code;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A method's parameters as its companion names them: apart from each other, from tangents, adjoints and what else is there. */
record Arguments(List<Argument> all) {

    static final String SEED = "seed";
    static final String TANGENT = "tangent";
    static final String GRADIENT = "gradient";
    static final String HVP = "hvp";
    static final String VALUE = "value";

    /** Names that the components of a record must not have. */
    private static final Set<String> OF_OBJECTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /**
     * One parameter.
     *
     * @param source the name in the user's method
     * @param name the name in the companion
     */
    record Argument(String source, String name, Type type, boolean differentiable) {

        String tangent() {
            return source + "Dot";
        }

        String adjoint() {
            return source + "Bar";
        }

        String adjointTangent() {
            return source + "BarDot";
        }

        boolean isScalar() {
            return !type.isArray();
        }

        ParameterSpec parameter() {
            return Arguments.parameter(type, name);
        }
    }

    static Arguments of(Method method, String className) {
        Set<String> taken = new HashSet<>(Set.of(SEED, TANGENT, GRADIENT, VALUE));
        taken.addAll(Code.CLASSES);
        taken.add(className);
        taken.addAll(OF_OBJECTS);
        for (Method.Parameter parameter : method.parameters()) {
            if (parameter.differentiable()) {
                taken.addAll(List.of(parameter.name() + "Dot", parameter.name() + "Bar"));
            }
        }
        if (method.order() > 1) {
            taken.add(HVP);
            method.parameters().forEach(parameter -> taken.add(parameter.name() + "BarDot"));
        }
        return new Arguments(method.parameters().stream()
                .map(parameter -> argument(parameter, taken))
                .toList());
    }

    private static Argument argument(Method.Parameter parameter, Set<String> taken) {
        Type type = parameter.type();
        if (type.rank() > 1 || (parameter.differentiable() && type.isArray() && !type.equals(Type.DOUBLES))) {
            throw new IllegalArgumentException("no derivatives are written for a parameter of type " + type);
        }
        String name = parameter.name();
        while (!taken.add(name)) {
            name += "_";
        }
        return new Argument(parameter.name(), name, type, parameter.differentiable());
    }

    List<Argument> differentiable() {
        return all.stream().filter(Argument::differentiable).toList();
    }

    List<Argument> scalars() {
        return differentiable().stream().filter(Argument::isScalar).toList();
    }

    /** The differentiable arrays: each has a buffer for its adjoint. */
    List<Argument> arrays() {
        return differentiable().stream()
                .filter(argument -> !argument.isScalar())
                .toList();
    }

    List<Argument> constants() {
        return all.stream().filter(argument -> !argument.differentiable()).toList();
    }

    /** Whether the differentiable parameters are one {@code double[]}. */
    boolean isOneArray() {
        return differentiable().size() == 1 && scalars().isEmpty();
    }

    /** Whether the function is one of a single vector: of scalars, or of one array. */
    boolean isOfOneVector() {
        return arrays().isEmpty() ? !scalars().isEmpty() : isOneArray();
    }

    /** Where in the differentiable parameters laid end to end the one at {@code index} begins, as an expression. */
    String columnsBefore(int index) {
        List<String> terms = new ArrayList<>();
        int scalars = 0;
        for (Argument argument : differentiable().subList(0, index)) {
            if (argument.isScalar()) {
                scalars++;
            } else {
                terms.add(argument.name() + ".length");
            }
        }
        if (scalars > 0 || terms.isEmpty()) {
            terms.add(Integer.toString(scalars));
        }
        return String.join(" + ", terms);
    }

    /** How many numbers the differentiable parameters are, as an expression. */
    String columns() {
        return columnsBefore(differentiable().size());
    }

    List<String> names() {
        return all.stream().map(Argument::name).toList();
    }

    List<String> tangents() {
        return differentiable().stream().map(Argument::tangent).toList();
    }

    List<String> adjoints() {
        return arrays().stream().map(Argument::adjoint).toList();
    }

    List<ParameterSpec> primals() {
        return all.stream().map(Argument::parameter).toList();
    }

    List<ParameterSpec> tangentParameters() {
        return differentiable().stream()
                .map(argument -> parameter(argument.type().derivative(), argument.tangent()))
                .toList();
    }

    List<ParameterSpec> adjointParameters() {
        return adjoints().stream().map(name -> parameter(Type.DOUBLES, name)).toList();
    }

    static ParameterSpec parameter(Type type, String name) {
        return ParameterSpec.builder(typeName(type), name).build();
    }

    @SafeVarargs
    static <T> List<T> join(List<? extends T>... lists) {
        List<T> joined = new ArrayList<>();
        for (List<? extends T> list : lists) {
            joined.addAll(list);
        }
        return joined;
    }

    static TypeName typeName(Type type) {
        if (type.isArray()) {
            return ArrayTypeName.of(typeName(type.element()));
        }
        return switch (type.kind()) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case CHAR -> TypeName.CHAR;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
        };
    }
}
