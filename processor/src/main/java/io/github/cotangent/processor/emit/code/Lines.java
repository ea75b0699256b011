package io.github.cotangent.processor.emit.code;

import io.github.cotangent.processor.diagnostics.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The statements of a Java block, with the user's source line as a comment over those that do not look like it anyhow. */
final class Lines {

    private static final Pattern NOISE = Pattern.compile("\\s|;$|\\{$|java\\.lang\\.|\\b(Strict)?Math\\.");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])((\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?)[dDfFlL]?(?!\\w)");
    private static final Pattern UPDATE = Pattern.compile("^(\\w+(?:\\[.*])?)([-+*/])=");
    private static final Pattern TARGET =
            Pattern.compile("^(return|(double|float|long|int|boolean)?(\\[])?\\w+=(?!=))");

    /** An {@code if} with all that follows: the conditions in order, a body for each, and the last {@code else}. */
    record Chain(List<Text> conditions, List<Text> bodies, Text otherwise) {

        Text code() {
            Text.Writer code = new Text.Writer();
            for (int i = 0; i < conditions.size(); i++) {
                code.add(i == 0 ? "if ($L) {\n$>" : "$<} else if ($L) {\n$>", conditions.get(i));
                code.add(bodies.get(i));
            }
            if (!otherwise.isEmpty()) {
                code.add("$<} else {\n$>").add(otherwise);
            }
            return code.add("$<}\n").text();
        }
    }

    private record Line(Position position, Text code, Text head, Chain chain) {}

    private final Position enclosing;
    private final List<Line> lines = new ArrayList<>();

    Lines(Position enclosing) {
        this.enclosing = enclosing;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    void statement(Position position, String format, Object... arguments) {
        Text code = Text.of(format, arguments);
        lines.add(new Line(position, Text.of("$[$L;\n$]", code), code, null));
    }

    void block(Position position, Text head, Lines body) {
        lines.add(new Line(position, Text.of("$L {\n$>$L$<}\n", head, body.code()), head, null));
    }

    void add(Position position, Text code) {
        lines.add(new Line(position, code, code, null));
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
        lines.add(new Line(position, chain.code(), Text.of("if ($L)", condition), chain));
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
            code.add(lines.get(i).code);
        }
        return code.text();
    }

    private boolean needsComment(int first) {
        Position position = lines.get(first).position;
        // A Unicode escape would be alive even in a comment.
        if (position.text().isBlank() || position.text().contains("\\u")) {
            return false;
        }
        String source = plain(position.text());
        return lines.subList(first, lines.size()).stream()
                .takeWhile(line -> !line.position.isKnown() || line.position.equals(position))
                .noneMatch(line -> looksLike(plain(line.head.toString()), source));
    }

    private static boolean looksLike(String line, String source) {
        return line.equals(source) || withoutTarget(line).equals(withoutTarget(source));
    }

    private static String withoutTarget(String plain) {
        return TARGET.matcher(plain).replaceFirst("");
    }

    /** The text without spaces, with numbers in one form, and {@code x += y} as {@code x = x + y}. */
    private static String plain(String text) {
        String bare = NOISE.matcher(text.strip()).replaceAll("");
        String numbers =
                NUMBER.matcher(bare).replaceAll(number -> Double.toString(Double.parseDouble(number.group(1))));
        return UPDATE.matcher(numbers).replaceFirst("$1=$1$2");
    }
}
