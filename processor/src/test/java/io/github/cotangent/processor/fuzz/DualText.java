package io.github.cotangent.processor.fuzz;

import io.github.cotangent.processor.fuzz.Routine.Parameter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A program printed as Java over {@link Num}: every {@code double} and {@code float} carries its derivatives along. */
final class DualText extends JavaText {

    private static final Map<String, String> OPERATORS =
            Map.of("+", "add", "-", "subtract", "*", "multiply", "/", "divide", "%", "remainder");

    DualText(Program program, String owner) {
        super(program, owner);
    }

    @Override
    String imports() {
        return "import io.github.cotangent.processor.fuzz.*;\nimport java.util.Arrays;\n\n";
    }

    @Override
    String annotation(Routine annotated) {
        return "";
    }

    @Override
    String marks(Parameter parameter) {
        return "";
    }

    @Override
    String typeName(Type type) {
        return type.dual();
    }

    @Override
    String converted(Node node, Type type) {
        if (!type.isReal()) {
            return expression(node);
        }
        if (!node.type().isReal()) {
            return "Num.of((" + type.java() + ") " + operand(node) + ")";
        }
        boolean narrower = type == Type.FLOAT && node.type() == Type.DOUBLE;
        return narrower ? receiver(node) + ".toFloat()" : expression(node);
    }

    @Override
    String expression(Node node) {
        if (node.type().isReal()) {
            String text = real(node);
            return text.isEmpty() ? super.expression(node) : text;
        }
        return switch (node.kind()) {
            case CAST ->
                node.part(0).type().isReal() ? "(" + node.type().java() + ") " + value(node.part(0)) : plain(node);
            case BINARY -> comparison(node);
            case MATH ->
                node.part(0).type().isReal() ? "Math." + node.text() + "(" + value(node.part(0)) + ")" : plain(node);
            case NEW_ARRAY -> zeros(node);
            case COPY_OF -> node.type().isRealArray() ? plain(node).replaceFirst("Arrays", "Num") : plain(node);
            default -> plain(node);
        };
    }

    private String plain(Node node) {
        return super.expression(node);
    }

    private String zeros(Node node) {
        Type type = node.type();
        boolean onlyRows = type == Type.MATRIX && node.parts().size() == 1;
        return type.isRealArray() && !onlyRows ? "Num.zeros(" + arguments(node.parts()) + ")" : plain(node);
    }

    private String comparison(Node node) {
        Type type = Type.promoted(node.part(0).type(), node.part(1).type());
        if (!type.isReal()) {
            return plain(node);
        }
        return value(node.part(0), type) + " " + node.text() + " " + value(node.part(1), type);
    }

    @Override
    String shown(Node node) {
        return node.type().isReal() ? "(" + value(node) + ")" : super.shown(node);
    }

    /** The primitive value of a real expression. */
    private String value(Node node) {
        return value(node, node.type());
    }

    private String value(Node node, Type type) {
        return (type == Type.FLOAT ? "(float) " : "") + receiver(node, type) + ".value()";
    }

    private String receiver(Node node) {
        return receiver(node, node.type());
    }

    private String receiver(Node node, Type type) {
        return node.type().isReal() && type == node.type() ? operand(node) : "(" + converted(node, type) + ")";
    }

    /** A real expression; empty where it is printed as in Java. */
    private String real(Node node) {
        String narrow = node.type() == Type.FLOAT ? ".toFloat()" : "";
        return switch (node.kind()) {
            case LITERAL -> "Num.of(" + node.text() + ")";
            case BINARY -> {
                Type type = node.type();
                yield receiver(node.part(0), type) + "." + OPERATORS.get(node.text()) + "("
                        + converted(node.part(1), type) + ")" + narrow;
            }
            case UNARY -> node.text().equals("-") ? receiver(node.part(0)) + ".negate()" : expression(node.part(0));
            case CAST -> converted(node.part(0), node.type());
            case MATH -> "NumMath." + node.text() + "(" + mathArguments(node) + ")";
            case ASSIGN -> node.text().equals("=") ? "" : compound(node);
            case STEP -> step(node);
            case STOP_GRADIENT -> "Num.stop(" + expression(node.part(0)) + ")";
            default -> "";
        };
    }

    private String mathArguments(Node node) {
        return node.parts().stream()
                .map(each -> node.text().equals("scalb") && each == node.part(1)
                        ? expression(each)
                        : converted(each, node.type()))
                .collect(Collectors.joining(", "));
    }

    private String compound(Node node) {
        String operator = OPERATORS.get(node.text().substring(0, 1));
        Node target = node.part(0);
        Type type = Type.promoted(target.type(), node.part(1).type());
        String value = converted(node.part(1), type);
        if (target.kind() == Kind.ELEMENT) {
            return slot(target) + "." + operator + "(" + value + ")";
        }
        String name = expression(target);
        String narrow = target.type() == Type.FLOAT ? ".toFloat()" : "";
        return name + " = " + name + "." + operator + "(" + value + ")" + narrow;
    }

    private String slot(Node element) {
        String kind = element.type() == Type.FLOAT ? "floatSlot" : "slot";
        return "Num." + kind + "(" + arguments(List.of(element.part(0), element.part(1))) + ")";
    }

    private String step(Node node) {
        Node target = node.part(0);
        String amount = node.text().contains("+") ? "1" : "-1";
        boolean after = node.text().startsWith("x");
        if (target.kind() == Kind.ELEMENT) {
            return slot(target) + (after ? ".after(" + amount + ")" : ".add(Num.of(" + amount + "))");
        }
        String name = expression(target);
        String narrow = target.type() == Type.FLOAT ? ".toFloat()" : "";
        String stepped = name + " = " + name + ".add(Num.of(" + amount + "))" + narrow;
        return after ? "Num.first(" + name + ", " + stepped + ")" : stepped;
    }

    /** {@code k += x} with an integer k: Java converts the result back. */
    @Override
    String assigned(Node node) {
        boolean narrows = !node.part(0).type().isReal() && node.part(1).type().isReal();
        return narrows ? value(node.part(1)) : super.assigned(node);
    }

    /** {@code for (double e : ints)}: the variable is another one than that of the loop. */
    private static boolean widens(Node foreach) {
        return foreach.type().isReal() && !foreach.part(0).type().element().isReal();
    }

    @Override
    String elementType(Node foreach) {
        return widens(foreach) ? foreach.part(0).type().element().java() : super.elementType(foreach);
    }

    @Override
    String elementName(Node foreach, String name) {
        return widens(foreach) ? name + "Element" : name;
    }

    @Override
    Node elementBody(Node foreach, String name) {
        if (!widens(foreach)) {
            return super.elementBody(foreach, name);
        }
        Node element = Node.name(foreach.part(0).type().element(), elementName(foreach, name));
        return Node.block(List.of(Node.local(foreach.type(), name, element), foreach.part(1)));
    }
}
