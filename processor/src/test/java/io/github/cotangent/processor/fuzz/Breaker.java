package io.github.cotangent.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Breaks the text of a program: what comes out may be valid Java or not, and supported or not. */
final class Breaker {

    private static final Pattern TOKEN =
            Pattern.compile("\"[^\"]*\"|[\\w.]*\\d[\\w.]*|\\w+|[<>=+\\-*/%&|^!]+|[(){}\\[\\];,.?:@]");

    /** Statements that are valid Java by themselves; some are supported, most are not. */
    private static final List<String> STATEMENTS = List.of(
            "try { int z = 1; } finally { }",
            "synchronized (P.class) { }",
            "System.out.println(\"x\");",
            "Runnable r = () -> { };",
            "Object o = null;",
            "String s = \"a\" + 1;",
            "Integer boxed = 1; boxed++;",
            "Double boxed = 1.0; double sum = boxed + 1;",
            "if (COUNT > 3) throw new IllegalStateException();",
            "assert 1 < 2 : \"text\";",
            "double d = Math.random();",
            "java.util.List<Double> list = new java.util.ArrayList<>();",
            "class Local { int x; }",
            "record Local(double x) { } double d = new Local(2).x();",
            "var v = 1; var u = 2.0f * v;",
            "double[][] m = new double[2][3]; m[1][2]++;",
            "float[] g = new float[2]; g[0] += 1;",
            "long[] g = {1, 2}; g[1] <<= 2;",
            "char c = 'a'; c += 1.5; c++;",
            "while (true) { }",
            "for (;;) { break; }",
            "label: { break label; }",
            "int z = \"text\".length();",
            "double d = helper9(1.0);",
            "double d = new double[] {1, 2}[1];",
            "double d, e = 2; d = e = e * 2; d /= e;",
            "int z = 1, y[] = {1, 2}; z = y[z]++;",
            "boolean t = \"a\" instanceof String;",
            "double d = Math.nextUp(1.0) + StrictMath.sin(2) + java.lang.Math.PI;",
            "java.util.function.DoubleUnaryOperator g = Math::sin;",
            "double d = Double.parseDouble(\"1\") + Double.MAX_VALUE;",
            "int z = Integer.MAX_VALUE + 1; z >>>= 33L; z = -z;",
            "final int z = 3; switch (z) { case 1: case z: default: }",
            "Mode mode9 = Mode.A; switch (mode9) { case A -> { } default -> { } }",
            "int z = switch (\"a\") { case \"a\" -> 1; default -> 2; };",
            "double[] g = null;",
            "double[] g = {}; g = g.clone(); for (double each : g) { }",
            "double d = ((Object) 1).hashCode();",
            "java.util.Arrays.sort(new double[] {2, 1});",
            "do ; while (false);",
            "int q9 = 0; q9 = q9++ + ++q9; { int r9 = q9; } int r9 = 1;",
            "if (1 > 2) ; else ;",
            "return;",
            "P.f();",
            "double x9 = 0x1p-3 + 1_000 + 0b11 + 'x' + 017;",
            "double \u00e4 = 1; \u00e4 *= 2;",
            "yield 1;",
            "int z = (int) 'a' + (byte) 300 + (short) 1e9 + (char) -1;");

    private static final List<String> WORDS = List.of(
            "int",
            "double",
            "float",
            "long",
            "boolean",
            "char",
            "double[]",
            "Double",
            "String",
            "var",
            "void",
            "null",
            "this",
            "1",
            "1.5f",
            "2L",
            "'c'",
            "\"t\"",
            "true",
            "x",
            "p",
            "q",
            "n",
            "f",
            "Math.PI",
            "new double[2]",
            "0.5",
            "(double)",
            "(int)",
            "-",
            "+",
            "!",
            "~",
            "*",
            "/",
            "%",
            "<<",
            "<",
            "==",
            "=",
            "+=",
            "++",
            "?",
            ":",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ";",
            ",",
            ".",
            "return",
            "break",
            "final",
            "static",
            "private",
            "default",
            "case",
            "->");

    /** A loop's own words; a program that was changed near them is not run, for it may not come to an end. */
    private static final Pattern ENDING =
            Pattern.compile("\\b(for|while|do|break|continue|return|[wij]\\d+|n|l|index|COUNT|m)\\b");

    private Breaker() {}

    /**
     * A changed text.
     *
     * @param runs whether its method certainly comes to an end
     */
    record Broken(String source, String change, boolean runs) {}

    static Broken change(String source, Dice dice) {
        List<String> lines = new ArrayList<>(source.lines().toList());
        int start = 0;
        while (!lines.get(start).contains("@Differentiable")) {
            start++;
        }
        int line = start + dice.below(lines.size() - start);
        String before = lines.get(line);
        return switch (dice.below(7)) {
            case 0, 1 -> inserted(lines, line, dice.pick(STATEMENTS), start);
            case 2 -> {
                lines.remove(line);
                yield broken(lines, "without line: " + before, before);
            }
            case 3 -> {
                int other = start + dice.below(lines.size() - start);
                lines.set(line, lines.get(other));
                lines.set(other, before);
                yield broken(lines, "lines exchanged: " + before + " / " + lines.get(line), before + lines.get(line));
            }
            default -> token(lines, line, dice);
        };
    }

    private static Broken inserted(List<String> lines, int line, String statement, int start) {
        lines.add(Math.max(line, start + 2), statement);
        return broken(lines, "inserted: " + statement, statement.contains("while (true)") ? "while" : "");
    }

    private static Broken token(List<String> lines, int line, Dice dice) {
        String text = lines.get(line);
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        if (tokens.isEmpty()) {
            return broken(lines, "nothing", "");
        }
        MatchResult token = dice.pick(tokens);
        MatchResult other = dice.pick(tokens);
        String replacement = switch (dice.below(5)) {
            case 0 -> "";
            case 1 -> token.group() + " " + token.group();
            case 2 -> other.group();
            case 3 -> dice.pick(WORDS) + " " + token.group();
            default -> dice.pick(WORDS);
        };
        String changed = text.substring(0, token.start()) + replacement + text.substring(token.end());
        lines.set(line, changed);
        return broken(lines, text.strip() + " -> " + changed.strip(), text + changed);
    }

    private static Broken broken(List<String> lines, String change, String touched) {
        boolean runs = !touched.contains("static")
                && !touched.contains("@")
                && !ENDING.matcher(touched).find();
        return new Broken(String.join("\n", lines) + "\n", change, runs);
    }
}
