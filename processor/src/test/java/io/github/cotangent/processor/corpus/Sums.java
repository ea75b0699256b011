package io.github.cotangent.processor.corpus;

import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Method.Parameter;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A class with a function for each of another class that has no single number as its result: of order 2, it calls that one and
 * makes a number of all that comes back.
 */
final class Sums {

    private static final String SUFFIX = "Sums";

    private final String owner;
    private final Function<Method, java.lang.reflect.Method> functions;

    private Sums(String owner, Function<Method, java.lang.reflect.Method> functions) {
        this.owner = owner;
        this.functions = functions;
    }

    /** The name of the class for another one. */
    static String nameOf(String type) {
        return type.replace('$', '_') + SUFFIX;
    }

    /** The text of the class, if there is such a function. */
    static Optional<String> of(
            String type, List<Method> methods, Function<Method, java.lang.reflect.Method> functions) {
        Sums sums = new Sums(type.replace('$', '.'), functions);
        String body = methods.stream()
                .filter(each -> !each.isScalar() && !Corpus.OF_FIRST_ORDER.contains(each.name()))
                .map(sums::method)
                .collect(Collectors.joining());
        String name = nameOf(type).replace("corpus.", "");
        return body.isEmpty() ? Optional.empty() : Optional.of("""
                package corpus;

                import io.github.cotangent.*;

                final class %s {
                %s}
                """.formatted(name, body));
    }

    private String method(Method method) {
        List<String> parameters = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        StringBuilder terms = new StringBuilder();
        for (Parameter parameter : method.signature()) {
            Type type = parameter.type();
            String name = "p" + parameters.size();
            String mark = parameter.differentiable() || !type.holdsReal() ? "" : "@Constant ";
            parameters.add(mark + type + " " + name);
            if (parameter.isOutput()) {
                before.append(copied(type, "y" + name, name));
                terms.append(added(type, "y" + name));
            }
            arguments.add((parameter.isOutput() ? "y" : "") + name);
        }
        java.lang.reflect.Method function = functions.apply(method);
        String call = owner + "." + function.getName() + "(" + String.join(", ", arguments) + ");\n";
        method.returned().ifPresent(type -> terms.append(added(type, "y")));
        return """
                %s
                @Differentiable(order = 2)
                static double %s(%s) {
                double sum = 0;
                %s%s%s%sreturn sum;
                }
                """.formatted(
                        function.getAnnotation(At.class),
                        method.name(),
                        String.join(", ", parameters),
                        before,
                        method.returned().map(type -> type + " y = ").orElse(""),
                        call,
                        terms);
    }

    /** A new array that holds what another one does. */
    private static String copied(Type type, String copy, String name) {
        return type.rank() == 1
                ? """
                %s %s = %s.clone();
                """.formatted(type, copy, name)
                : """
                %1$s %2$s = new %4$s[%3$s.length][];
                for (int i = 0; i < %3$s.length; i++) {
                %2$s[i] = %3$s[i].clone();
                }
                """.formatted(type, copy, name, type.element().element());
    }

    /** What a result adds to the sum, not linearly. */
    private static String added(Type type, String name) {
        if (type.isRecord()) {
            return type.components().stream()
                    .map(each -> added(each.type(), name + "." + each.name() + "()"))
                    .collect(Collectors.joining());
        }
        if (!type.isReal()) {
            return "";
        }
        if (type.isArray()) {
            String element = "e" + type.rank();
            return "for (%s %s : %s) {\n%s}\n".formatted(type.element(), element, name, added(type.element(), element));
        }
        return "sum += %1$s * (sum + %1$s) + 2 * %1$s;\n".formatted(name);
    }
}
