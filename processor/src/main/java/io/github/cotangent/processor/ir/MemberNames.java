package io.github.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What parameters are called in a companion, and so the components of its records: known from the declaration alone. */
public final class MemberNames {

    public static final String SEED = "seed";
    public static final String TANGENT = "tangent";
    public static final String GRADIENT = "gradient";
    public static final String HVP = "hvp";
    public static final String VALUE = "value";

    /** Classes whose static members generated code uses; a variable of such a name would hide them. */
    public static final Set<String> CLASSES = Set.of(
            "Math",
            "StrictMath",
            "Double",
            "Float",
            "Integer",
            "Long",
            "Partials",
            "Buffers",
            "Rows",
            "Differentiation",
            "Arrays",
            "Objects",
            "System",
            "Jacobians",
            "Hessians");

    /** Names that the components of a record must not have. */
    private static final Set<String> OF_OBJECTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private MemberNames() {}

    /**
     * The names of a method's parameters: apart from each other, from tangents, adjoints and what else is there.
     *
     * @param className the simple name of the outermost class around the method
     */
    public static List<String> ofParameters(List<Method.Parameter> parameters, int order, String className) {
        Set<String> taken = new HashSet<>(Set.of(SEED, TANGENT, GRADIENT, VALUE));
        taken.addAll(CLASSES);
        taken.add(className);
        taken.addAll(OF_OBJECTS);
        for (Method.Parameter parameter : parameters) {
            taken.addAll(derived(parameter));
        }
        if (order > 1) {
            taken.addAll(List.of(HVP, SEED + "Dot"));
            parameters.forEach(parameter -> taken.add(parameter.name() + "BarDot"));
        }
        List<String> names = new ArrayList<>();
        for (Method.Parameter parameter : parameters) {
            String name = parameter.name();
            while (!taken.add(name)) {
                name += "_";
            }
            names.add(name);
        }
        return names;
    }

    /** The names that go with that of a parameter. */
    private static List<String> derived(Method.Parameter parameter) {
        String name = parameter.name();
        return switch (parameter.role()) {
            case DIFFERENTIABLE -> List.of(name + "Dot", name + "Bar");
            case OUTPUT -> List.of(name + "Dot", name + "Bar", name + "Seed");
            case CONSTANT -> List.of();
        };
    }
}
