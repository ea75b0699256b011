package io.github.cotangent.processor.emit.code;

import com.palantir.javapoet.CodeBlock;
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
    record Chain(List<CodeBlock> conditions, List<CodeBlock> bodies, CodeBlock otherwise) {

        CodeBlock code() {
            CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("if ($L)", conditions.get(0));
            code.add(bodies.get(0));
            for (int i = 1; i < conditions.size(); i++) {
                code.nextControlFlow("else if ($L)", conditions.get(i)).add(bodies.get(i));
            }
            if (!otherwise.isEmpty()) {
                code.nextControlFlow("else").add(otherwise);
            }
            return code.endControlFlow().build();
        }
    }

    private record Line(Position position, CodeBlock code, String head, Chain chain) {}

    private final Position enclosing;
    private final List<Line> lines = new ArrayList<>();

    Lines(Position enclosing) {
        this.enclosing = enclosing;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    void statement(Position position, String format, Object... arguments) {
        CodeBlock code = CodeBlock.of(format, arguments);
        CodeBlock statement = CodeBlock.builder().addStatement("$L", code).build();
        lines.add(new Line(position, statement, code.toString(), null));
    }

    void block(Position position, CodeBlock head, Lines body) {
        CodeBlock code = CodeBlock.builder()
                .beginControlFlow("$L", head)
                .add(body.code())
                .endControlFlow()
                .build();
        lines.add(new Line(position, code, head.toString(), null));
    }

    void add(Position position, CodeBlock code) {
        lines.add(new Line(position, code, code.toString(), null));
    }

    void branch(Position position, CodeBlock condition, Lines then, Lines otherwise) {
        List<CodeBlock> conditions = new ArrayList<>(List.of(condition));
        List<CodeBlock> bodies = new ArrayList<>(List.of(then.code()));
        CodeBlock last = otherwise.code();
        if (otherwise.lines.size() == 1 && otherwise.lines.get(0).chain != null) {
            Chain rest = otherwise.lines.get(0).chain;
            conditions.addAll(rest.conditions);
            bodies.addAll(rest.bodies);
            last = rest.otherwise;
        }
        Chain chain = new Chain(conditions, bodies, last);
        lines.add(new Line(position, chain.code(), "if (" + condition + ")", chain));
    }

    CodeBlock code() {
        CodeBlock.Builder code = CodeBlock.builder();
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
        return code.build();
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
                .noneMatch(line -> looksLike(plain(line.head), source));
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
