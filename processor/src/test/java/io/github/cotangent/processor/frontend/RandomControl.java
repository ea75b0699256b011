package io.github.cotangent.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Java methods that jump about at random, and always come to an end: every loop counts its iterations. */
final class RandomControl {

    private final RandomGenerator random;
    private final StringBuilder text = new StringBuilder();
    private final List<String> breakable = new ArrayList<>();
    private final List<String> loops = new ArrayList<>();
    private int names;
    private int size = 14;
    private boolean inValue;

    private RandomControl(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A method {@code double name(double x, int n)}. */
    static String method(String name, long seed) {
        RandomControl control = new RandomControl(seed);
        control.text.append("@Differentiable static double ").append(name).append("(double x, int n) { n %= 7; ");
        control.text.append("double y = 1; double[] a = {x, 2, 3}; int k = 0; ");
        control.statements(3);
        return control.text
                .append("return x + 3 * y + 5 * k + 7 * n + a[0] * a[1] + a[2]; }")
                .toString();
    }

    /** Statements of which the last one may jump, but no other one certainly does. */
    private void statements(int depth) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count && size > 0; i++) {
            statement(depth);
        }
    }

    private void statement(int depth) {
        size--;
        switch (depth == 0 ? random.nextInt(4) : random.nextInt(12)) {
            case 0, 1 -> text.append(assignment()).append("; ");
            case 2 ->
                text.append("if (")
                        .append(condition())
                        .append(") ")
                        .append(jump())
                        .append(" ");
            case 3 ->
                text.append("a[")
                        .append(index())
                        .append("] ")
                        .append(pick("=", "+=", "*="))
                        .append(" ")
                        .append(value())
                        .append("; ");
            case 4, 5 -> branch(depth);
            case 6, 7, 8 -> loop(depth);
            case 9 -> labeled(depth);
            case 10 -> oldSwitch(depth);
            default -> valueSwitch(depth);
        }
    }

    private void branch(int depth) {
        text.append("if (").append(condition()).append(") { ");
        statements(depth - 1);
        if (random.nextInt(3) == 0) {
            text.append(jump());
        }
        text.append("} ");
        if (random.nextBoolean()) {
            text.append("else { ");
            statements(depth - 1);
            if (random.nextInt(4) == 0) {
                text.append("if (")
                        .append(condition())
                        .append(") ")
                        .append(jump())
                        .append(" ");
            }
            text.append("} ");
        }
    }

    private void loop(int depth) {
        String i = "i" + names++;
        boolean labels = random.nextInt(3) == 0;
        String label = labels ? "l" + i : "";
        int form = random.nextInt(6);
        if (form == 3 || form == 4 || form == 5) {
            text.append("int ").append(i).append(" = 0; ");
        }
        text.append(labels ? label + ": " : "");
        int trips = random.nextInt(5);
        String limit = pick("n", String.valueOf(trips));
        text.append(
                switch (form) {
                    case 0 -> "for (int " + i + " = 0; " + i + " < " + limit + "; " + i + "++) { ";
                    case 1 -> "for (int " + i + " = " + limit + "; " + i + " >= 0; " + i + " -= 2) { ";
                    case 2 -> "for (double " + i + " : a) { y += " + i + "; ";
                    case 3 -> "while (" + i + "++ < " + limit + ") { ";
                    case 4 -> "do { ";
                    default -> "while (true) { if (" + i + "++ >= " + trips + ") break; ";
                });
        breakable.add(label);
        loops.add(label);
        statements(depth - 1);
        breakable.remove(breakable.size() - 1);
        loops.remove(loops.size() - 1);
        text.append(form == 4 ? "} while (++" + i + " < " + limit + "); " : "} ");
    }

    private void labeled(int depth) {
        String label = "b" + names++;
        text.append(label).append(": { ");
        breakable.add("!" + label);
        statements(depth - 1);
        text.append("if (").append(condition()).append(") break ").append(label).append("; ");
        statements(depth - 1);
        breakable.remove(breakable.size() - 1);
        text.append("} ");
    }

    private void oldSwitch(int depth) {
        text.append("switch (").append(pick("n", "k", "(int) x % 3")).append(") { ");
        breakable.add("");
        int other = random.nextInt(4);
        for (int i = 0; i < 3; i++) {
            text.append(i == other ? "default: " : "case " + i + ": ");
            statements(depth - 1);
            text.append(pick("", "break; ", "if (" + condition() + ") break; "));
        }
        breakable.remove(breakable.size() - 1);
        text.append("} ");
    }

    private void valueSwitch(int depth) {
        List<String> outer = List.copyOf(breakable);
        List<String> outerLoops = List.copyOf(loops);
        boolean outerValue = inValue;
        breakable.clear();
        loops.clear();
        inValue = true;
        text.append(pick("y", "x")).append(" ").append(pick("=", "+=")).append(" switch (n) { case 0 -> ");
        text.append(value()).append("; case 1, 2 -> { ");
        statements(depth - 1);
        text.append("yield ").append(value()).append("; } default -> ");
        text.append(random.nextInt(4) == 0 ? "throw new IllegalStateException()" : value())
                .append("; }; ");
        inValue = outerValue;
        breakable.addAll(outer);
        loops.addAll(outerLoops);
    }

    private String jump() {
        List<String> jumps = new ArrayList<>();
        jumps.add(inValue ? "yield " + value() + ";" : "return " + value() + ";");
        for (String each : breakable) {
            if (!each.isEmpty()) {
                jumps.add("break " + each.replace("!", "") + ";");
            }
        }
        if (breakable.stream().anyMatch(each -> !each.startsWith("!"))) {
            jumps.add("break;");
            jumps.add("break;");
        }
        for (String each : loops) {
            jumps.add(each.isEmpty() ? "continue;" : "continue " + each + ";");
            jumps.add("continue;");
        }
        if (random.nextInt(5) == 0) {
            return "throw new ArithmeticException(\"k = \" + " + pick("k", "k++", "x", "(y = 2)") + ");";
        }
        return jumps.get(random.nextInt(jumps.size()));
    }

    private String assignment() {
        return pick("x", "y") + " " + pick("=", "+=", "-=") + " " + value();
    }

    private String condition() {
        return pick(
                value() + " > " + value(),
                "n > " + random.nextInt(5),
                "k++ < " + random.nextInt(6) + " && x < 9",
                "y < 3 || (x -= 1) > 2",
                "(k + n) % 3 == " + random.nextInt(3));
    }

    private String value() {
        return pick(
                "x",
                "y",
                "x * y",
                "(y = x + 1)",
                "n",
                "k++",
                "a[" + index() + "]",
                "0.5 * x - k",
                "2",
                "(x > y ? x : y++)");
    }

    private String index() {
        return pick("0", "1", "2", "(k & 1)", "Math.abs(n) % 3", "(k++ & 1)");
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
