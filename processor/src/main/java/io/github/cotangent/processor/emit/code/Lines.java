package io.github.cotangent.processor.emit.code;

import io.github.cotangent.processor.diagnostics.Position;
import java.util.ArrayList;
import java.util.List;

/** The statements of a Java block, with the user's source line as a comment over those that do not look like it anyhow. */
final class Lines {

    /** An {@code if} with all that follows: the conditions in order, a body for each, and the last {@code else}. */
    record Chain(List<Text> conditions, List<Text> bodies, Text otherwise) {

        void writeTo(Text.Writer code) {
            for (int i = 0; i < conditions.size(); i++) {
                code.add(i == 0 ? "if ($L) {\n$>" : "$<} else if ($L) {\n$>", conditions.get(i));
                code.add(bodies.get(i));
            }
            if (!otherwise.isEmpty()) {
                code.add("$<} else {\n$>").add(otherwise);
            }
            code.add("$<}\n");
        }
    }

    /**
     * A statement.
     *
     * @param head what might look like the source
     * @param pattern how head and body are written, if it is no chain
     */
    private record Line(Position position, Text head, String pattern, Text body, Chain chain) {

        void writeTo(Text.Writer code) {
            if (chain == null) {
                code.add(pattern, head, body);
            } else {
                chain.writeTo(code);
            }
        }
    }

    private final Position enclosing;
    private final List<Line> lines = new ArrayList<>();

    Lines(Position enclosing) {
        this.enclosing = enclosing;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    void statement(Position position, String format, Object... arguments) {
        lines.add(new Line(position, Text.of(format, arguments), "$[$L;\n$]", Text.EMPTY, null));
    }

    void block(Position position, Text head, Lines body) {
        lines.add(new Line(position, head, "$L {\n$>$L$<}\n", body.code(), null));
    }

    void add(Position position, Text code) {
        lines.add(new Line(position, code, "$L", Text.EMPTY, null));
    }

    void branch(Position position, Text condition, Lines then, Lines otherwise) {
        List<Text> conditions = new ArrayList<>(List.of(condition));
        List<Text> bodies = new ArrayList<>(List.of(then.code()));
        Text last = otherwise.code();
        if (otherwise.lines.size() == 1 && otherwise.lines.get(0).chain != null) {
            Chain rest = otherwise.lines.get(0).chain;
            conditions.addAll(rest.conditions);
            bodies.addAll(rest.bodies);
            last = rest.otherwise;
        }
        Chain chain = new Chain(conditions, bodies, last);
        lines.add(new Line(position, Text.of("if ($L)", condition), "", Text.EMPTY, chain));
    }

    Text code() {
        Text.Writer code = new Text.Writer();
        Position current = enclosing;
        for (int i = 0; i < lines.size(); i++) {
            Position next = lines.get(i).position;
            if (next.isKnown() && !next.equals(current)) {
                current = next;
                if (needsComment(i)) {
                    code.add("// $L\n", current.text());
                }
            }
            lines.get(i).writeTo(code);
        }
        return code.text();
    }

    private boolean needsComment(int first) {
        Position position = lines.get(first).position;
        // A Unicode escape would be alive even in a comment.
        if (position.text().isBlank() || position.text().contains("\\u")) {
            return false;
        }
        Plain source = Plain.of(position.text());
        return lines.subList(first, lines.size()).stream()
                .takeWhile(line -> !line.position.isKnown() || line.position.equals(position))
                .noneMatch(line -> Plain.of(line.head.toString()).looksLike(source));
    }
}
