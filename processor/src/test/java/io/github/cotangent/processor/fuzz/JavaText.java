package io.github.cotangent.processor.fuzz;

import io.github.cotangent.processor.fuzz.Routine.Parameter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A program printed as Java. */
class JavaText {

    /** How the texts of a program's own exceptions begin. */
    static final String REFUSED = "refused";

    private static final String OTHER = "Other";

    private static final Set<Kind> COMPOUND =
            Set.of(Kind.BINARY, Kind.CHOICE, Kind.ASSIGN, Kind.SWITCH_VALUE, Kind.CAST, Kind.UNARY, Kind.STEP);

    /** The text of a literal that has a sign of its own. */
    private static final String SIGN = "-";

    final Program program;
    private final String owner;
    /** What {@code return} and {@code yield} convert to, innermost first. */
    private final Deque<Type> targets = new ArrayDeque<>();

    private Routine routine;

    JavaText(Program program, String owner) {
        this.program = program;
        this.owner = owner;
    }

    Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("fuzz." + owner, unit(owner, false));
        if (program.helpers().stream().anyMatch(Routine::elsewhere)) {
            sources.put(other(), unit(owner + OTHER, true));
        }
        return sources;
    }

    /** The other class. */
    private String other() {
        return otherPackage() + "." + owner + OTHER;
    }

    private String otherPackage() {
        return program.features().contains(Feature.OTHER_PACKAGE) ? "fuzz.other" : "fuzz";
    }

    /** Whether the record is one of the other class, whose annotated methods have it in their signatures. */
    private boolean isElsewhere(Type record) {
        return program.helpers().stream().anyMatch(each -> each.elsewhere() && each.mentions(record));
    }

    private boolean importsCalls() {
        return program.features().contains(Feature.STATIC_IMPORT);
    }

    /** What the class takes from the other one. */
    private String importsOfOther() {
        StringBuilder text = new StringBuilder();
        if (isElsewhere(Type.POINT)) {
            text.append("import ").append(other()).append(".Point;\n");
        }
        for (Routine helper : program.helpers()) {
            if (helper.elsewhere() && importsCalls()) {
                text.append("import static ")
                        .append(other())
                        .append(".")
                        .append(helper.name())
                        .append(";\n");
            }
        }
        return text.append(text.isEmpty() ? "" : "\n").toString();
    }

    private String unit(String name, boolean other) {
        StringBuilder text = new StringBuilder("package ")
                .append(other ? otherPackage() : "fuzz")
                .append(";\n\n");
        text.append(other ? "" : importsOfOther()).append(imports());
        text.append("@SuppressWarnings({\"cast\", \"divzero\", \"empty\", \"fallthrough\", \"lossy-conversions\"})\n");
        text.append(access(other)).append("final class ").append(name).append(" {\n");
        text.append("    enum Mode { A, B, C }\n");
        if (other || !isElsewhere(Type.POINT)) {
            text.append("    ")
                    .append(access(other))
                    .append("record Point(")
                    .append(typeName(Type.DOUBLE))
                    .append(" u, ");
            text.append(typeName(Type.DOUBLE)).append(" v) {}\n");
        }
        text.append("    record Layer(").append(typeName(Type.DOUBLES)).append(" w, ");
        text.append(typeName(Type.DOUBLE)).append(" b, int k) {}\n\n");
        if (!other) {
            for (Node constant : program.constants()) {
                text.append("    static final ").append(line(constant)).append("\n");
            }
            text.append(method(program.main(), annotation(program.main())));
        }
        for (Routine helper : program.helpers()) {
            if (helper.elsewhere() == other) {
                text.append(method(helper, other ? annotation(helper) : ""));
            }
        }
        return text.append("}\n").toString();
    }

    private static String access(boolean other) {
        return other ? "public " : "";
    }

    String imports() {
        return "import io.github.cotangent.*;\nimport java.util.Arrays;\n\n";
    }

    String annotation(Routine annotated) {
        String workspace = program.hasWorkspace() && !annotated.result().isArray() ? ", workspace = true" : "";
        return "    @Differentiable(order = " + program.order() + workspace + ")\n";
    }

    private String method(Routine method, String annotation) {
        routine = method;
        targets.push(method.result());
        String body = block(method.body(), "    ");
        targets.pop();
        return "\n" + annotation + "    " + access(method.elsewhere()) + "static " + typeName(method.result()) + " "
                + method.name() + "("
                + method.parameters().stream().map(this::parameter).collect(Collectors.joining(", ")) + ") " + body
                + "\n";
    }

    private String parameter(Parameter parameter) {
        boolean last =
                parameter == routine.parameters().get(routine.parameters().size() - 1);
        String type = typeName(parameter.type());
        String written = routine.varargs() && last ? type.replace("[]", "...") : type;
        return (routine == program.main() || parameter.output() ? marks(parameter) : "") + written + " "
                + parameter.name();
    }

    String marks(Parameter parameter) {
        return parameter.constant() ? "@Constant " : parameter.output() ? "@Output " : "";
    }

    String typeName(Type type) {
        return type.java();
    }

    // Statements.

    private String block(Node node, String indent) {
        if (node.kind() != Kind.BLOCK) {
            return block(Node.block(List.of(node)), indent);
        }
        String inner = indent + "    ";
        return node.parts().stream()
                .map(each -> inner + statement(each, inner) + "\n")
                .collect(Collectors.joining("", "{\n", indent + "}"));
    }

    private String statement(Node node, String indent) {
        Function<Integer, String> body = index -> block(node.part(index), indent);
        return switch (node.kind()) {
            case BLOCK -> block(node, indent);
            case IF ->
                "if (" + expression(node.part(0)) + ") " + body.apply(1)
                        + (node.parts().size() > 2 ? " else " + body.apply(2) : "");
            case FOR ->
                label(node.text()) + "for (" + list(node.part(0)) + "; " + expression(node.part(1)) + "; "
                        + list(node.part(2)) + ") " + body.apply(3);
            case WHILE -> label(node.text()) + "while (" + expression(node.part(0)) + ") " + body.apply(1);
            case DO -> label(node.text()) + "do " + body.apply(0) + " while (" + expression(node.part(1)) + ");";
            case FOREACH -> {
                String[] names = node.text().split(" ", -1);
                yield label(names[0]) + "for (" + elementType(node) + " " + elementName(node, names[1]) + " : "
                        + expression(node.part(0)) + ") " + block(elementBody(node, names[1]), indent);
            }
            case LABELED -> label(node.text()) + body.apply(0);
            case SWITCH, SWITCH_ARROW ->
                "switch (" + expression(node.part(0)) + ") {\n" + cases(node, indent) + indent + "}";
            default -> line(node);
        };
    }

    String elementType(Node foreach) {
        return typeName(foreach.type());
    }

    String elementName(Node foreach, String name) {
        return name;
    }

    Node elementBody(Node foreach, String name) {
        return foreach.part(1);
    }

    /** A statement that has no block. */
    private String line(Node node) {
        return switch (node.kind()) {
            case LOCAL -> local(node) + ";";
            case EXPRESSION -> expression(node.part(0)) + ";";
            case BREAK -> node.text().isEmpty() ? "break;" : "break " + node.text() + ";";
            case CONTINUE -> node.text().isEmpty() ? "continue;" : "continue " + node.text() + ";";
            case RETURN -> node.parts().isEmpty() ? "return;" : "return " + target(targets.getLast(), node) + ";";
            case YIELD -> "yield " + target(targets.getFirst(), node) + ";";
            case THROW -> "throw new " + node.text() + "(" + text(node.parts()) + ");";
            case ASSERT ->
                "assert " + expression(node.part(0)) + " : "
                        + text(node.parts().subList(1, node.parts().size())) + ";";
            case ARRAY_COPY -> "System.arraycopy(" + arguments(node.parts()) + ");";
            case FILL -> {
                int last = node.parts().size() - 1;
                yield "Arrays.fill(" + arguments(node.parts().subList(0, last)) + ", "
                        + converted(node.part(last), node.part(0).type().element()) + ");";
            }
            case EMPTY -> ";";
            default -> throw new IllegalStateException(node.kind().toString());
        };
    }

    /** The text of an exception, with values. */
    private String text(List<Node> values) {
        return values.stream()
                .map(each -> " + \" \" + " + shown(each))
                .collect(Collectors.joining("", "\"" + REFUSED + "\"", ""));
    }

    /** A number within a text. */
    String shown(Node node) {
        return operand(node);
    }

    private String local(Node node) {
        String start = typeName(node.type()) + " " + node.text();
        return node.parts().isEmpty() ? start : start + " = " + target(node.type(), node);
    }

    private String target(Type type, Node node) {
        return converted(node.part(0), type);
    }

    /** The beginnings or the updates of a {@code for} loop. */
    private String list(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node each : node.parts()) {
            String one = line(each);
            boolean more = !text.isEmpty();
            String start = each.kind() == Kind.LOCAL && more ? one.substring(one.indexOf(' ') + 1) : one;
            text.append(more ? ", " : "").append(start, 0, start.length() - 1);
        }
        return text.toString();
    }

    private static String label(String label) {
        return label.isEmpty() ? "" : label + ": ";
    }

    private String cases(Node node, String indent) {
        StringBuilder text = new StringBuilder();
        String inner = indent + "    ";
        for (Node each : node.parts().subList(1, node.parts().size())) {
            String labels = each.text().equals("default") ? "default" : "case " + each.text();
            text.append(inner).append(labels);
            if (each.kind() == Kind.CASE) {
                text.append(":\n");
                for (Node part : each.parts()) {
                    text.append(inner)
                            .append("    ")
                            .append(statement(part, inner + "    "))
                            .append("\n");
                }
            } else {
                Node body = each.part(0);
                boolean statements = body.kind() == Kind.BLOCK;
                text.append(" -> ");
                text.append(
                        statements
                                ? block(body, inner)
                                : body.isStatement()
                                        ? statement(body, inner)
                                        : converted(body, targets.getFirst()) + ";");
                text.append("\n");
            }
        }
        return text.toString();
    }

    // Expressions.

    /** An expression where a value of a type is wanted. */
    String converted(Node node, Type type) {
        return expression(node);
    }

    /** An expression as an operand. */
    final String operand(Node node) {
        String text = expression(node);
        return COMPOUND.contains(node.kind()) || text.startsWith(SIGN) ? "(" + text + ")" : text;
    }

    String expression(Node node) {
        return switch (node.kind()) {
            case LITERAL, NAME -> node.text();
            case BINARY -> operand(node.part(0)) + " " + node.text() + " " + operand(node.part(1));
            case UNARY -> node.text() + operand(node.part(0));
            case CAST -> "(" + typeName(node.type()) + ") " + operand(node.part(0));
            case MATH -> "Math." + node.text() + "(" + arguments(node.parts()) + ")";
            case CHOICE -> operand(node.part(0)) + " ? " + chosen(node, 1) + " : " + chosen(node, 2);
            case ELEMENT -> operand(node.part(0)) + "[" + expression(node.part(1)) + "]";
            case LENGTH -> operand(node.part(0)) + ".length";
            case ASSIGN -> expression(node.part(0)) + " " + node.text() + " " + assigned(node);
            case STEP -> node.text().replace("x", expression(node.part(0)));
            case SWITCH_VALUE -> {
                targets.push(node.type());
                String cases = cases(node, "            ");
                targets.pop();
                yield "switch (" + expression(node.part(0)) + ") {\n" + cases + "            }";
            }
            case CALL -> {
                Routine callee = program.helper(node.text());
                boolean isQualified = callee.elsewhere() && !routine.elsewhere() && !importsCalls();
                yield (isQualified ? other() + "." : "") + node.text() + "(" + callArguments(callee, node.parts())
                        + ")";
            }
            case NEW_ARRAY -> {
                String open = "[]"
                        .repeat((node.type() == Type.MATRIX ? 2 : 1)
                                - node.parts().size());
                yield node.parts().stream()
                        .map(each -> "[" + expression(each) + "]")
                        .collect(Collectors.joining(
                                "", "new " + typeName(node.type()).replace("[]", ""), open));
            }
            case ARRAY_LITERAL ->
                "new " + typeName(node.type()) + " {"
                        + node.parts().stream()
                                .map(each -> converted(each, node.type().element()))
                                .collect(Collectors.joining(", "))
                        + "}";
            case CLONE -> operand(node.part(0)) + ".clone()";
            case COPY_OF -> "Arrays." + node.text() + "(" + arguments(node.parts()) + ")";
            case STOP_GRADIENT -> "Differentiation.stopGradient(" + expression(node.part(0)) + ")";
            case NEW_RECORD ->
                "new Point(" + converted(node.part(0), Type.DOUBLE) + ", " + converted(node.part(1), Type.DOUBLE) + ")";
            case COMPONENT -> operand(node.part(0)) + "." + node.text() + "()";
            default -> throw new IllegalStateException(node.kind().toString());
        };
    }

    private String chosen(Node node, int part) {
        String text = converted(node.part(part), node.type());
        return COMPOUND.contains(node.part(part).kind()) ? "(" + text + ")" : text;
    }

    String assigned(Node node) {
        return converted(node.part(1), node.part(0).type());
    }

    final String arguments(List<Node> nodes) {
        return nodes.stream().map(this::expression).collect(Collectors.joining(", "));
    }

    private String callArguments(Routine callee, List<Node> nodes) {
        List<Parameter> parameters = callee.parameters();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            boolean dots = callee.varargs()
                    && i >= parameters.size() - 1
                    && !nodes.get(i).type().isArray();
            Type type = dots ? Type.DOUBLE : parameters.get(i).type();
            text.append(i == 0 ? "" : ", ").append(converted(nodes.get(i), type));
        }
        return text.toString();
    }
}
