package io.github.cotangent.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes a failing program smaller as long as it fails in the same way. */
final class Shrink {

    private static final int ATTEMPTS = Integer.getInteger("fuzz.shrink", 2_000);

    /** How many candidates are compiled together. */
    private static final int TOGETHER = 24;

    private final Setting setting;
    private final String family;
    private final boolean compiles;
    private Program program;
    private Mismatch mismatch;
    private int attempts = ATTEMPTS;

    /** A small program, and how it fails. */
    record Result(Program program, Mismatch mismatch) {

        @Override
        public String toString() {
            return "seed " + program.seed() + ": " + mismatch + "\n"
                    + String.join("\n", program.java("P").values());
        }
    }

    private Shrink(Program program, Mismatch mismatch, Setting setting) {
        this.program = program;
        this.mismatch = mismatch;
        this.family = mismatch.family();
        this.setting = setting;
        this.compiles = Javac.accepts(program) && !family.startsWith("rejected") && !family.equals(Batch.UNCOMPILED);
    }

    static Result of(Program program, Mismatch mismatch, Setting setting) {
        Shrink shrink = new Shrink(program, mismatch, setting);
        boolean progress = true;
        while (progress && shrink.attempts > 0) {
            progress = shrink.dropHelpers() | shrink.bodies();
        }
        return new Result(shrink.program, shrink.mismatch);
    }

    /** Goes on with the first of some candidates that fails in the same way, and says which; -1 if none does. */
    private int accept(List<Program> candidates) {
        attempts -= candidates.size();
        Map<Program, Mismatch> found = new Batch(setting, compiles).run(candidates);
        for (int i = 0; i < candidates.size(); i++) {
            Mismatch its = found.get(candidates.get(i));
            if (its != null && its.family().equals(family)) {
                program = candidates.get(i);
                mismatch = its;
                return i;
            }
        }
        return -1;
    }

    private boolean accept(Program candidate) {
        return accept(List.of(candidate)) == 0;
    }

    private boolean dropHelpers() {
        boolean progress = false;
        for (int i = program.helpers().size() - 1; i >= 0; i--) {
            if (program.calls(program.helpers().get(i))) {
                continue;
            }
            List<Routine> fewer = new ArrayList<>(program.helpers());
            fewer.remove(i);
            progress |= accept(program.with(program.main(), fewer));
        }
        return progress | !program.constants().isEmpty() && accept(program.withConstants(List.of()));
    }

    private boolean bodies() {
        boolean progress = false;
        for (int i = -1; i < program.helpers().size(); i++) {
            progress |= body(i);
        }
        return progress;
    }

    private Routine routine(int index) {
        return index < 0 ? program.main() : program.helpers().get(index);
    }

    private Program withBody(int index, Node body) {
        if (index < 0) {
            return program.with(program.main().withBody(body), program.helpers());
        }
        List<Routine> helpers = new ArrayList<>(program.helpers());
        helpers.set(index, helpers.get(index).withBody(body));
        return program.with(program.main(), helpers);
    }

    /** Walks through a method's tree from the top, by paths; several places are tried together. */
    private boolean body(int index) {
        boolean progress = false;
        List<List<Integer>> paths = paths(index);
        int next = 0;
        while (next < paths.size() && attempts > 0) {
            Node body = routine(index).body();
            List<Program> candidates = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            int place = next;
            for (; place < paths.size() && candidates.size() < TOGETHER; place++) {
                List<Integer> path = paths.get(place);
                for (Node smaller : smaller(at(body, path))) {
                    candidates.add(withBody(index, replaced(body, path, 0, smaller)));
                    places.add(place);
                }
            }
            int accepted = candidates.isEmpty() ? -1 : accept(candidates);
            if (accepted < 0) {
                next = place;
            } else {
                progress = true;
                next = places.get(accepted);
                paths = paths(index);
            }
        }
        return progress;
    }

    private List<List<Integer>> paths(int index) {
        List<List<Integer>> found = new ArrayList<>();
        paths(routine(index).body(), List.of(), found);
        return found;
    }

    private static void paths(Node node, List<Integer> path, List<List<Integer>> found) {
        found.add(path);
        for (int i = 0; i < node.parts().size(); i++) {
            if (ends(node, i)) {
                continue;
            }
            List<Integer> longer = new ArrayList<>(path);
            longer.add(i);
            paths(node.part(i), longer, found);
        }
    }

    /** Whether a part of a loop, or its guard, brings the loop to its end. */
    private static boolean ends(Node node, int part) {
        return switch (node.kind()) {
            case FOR -> part == 1 || part == 2;
            case WHILE -> part == 0;
            case DO -> part == 1;
            case IF -> part == 0 && counts(node.part(0));
            case BLOCK ->
                node.part(part).kind() == Kind.IF && counts(node.part(part).part(0));
            default -> false;
        };
    }

    /** Whether the counter of a {@code while} loop is changed. */
    private static boolean counts(Node node) {
        return node.kind() == Kind.STEP && node.part(0).text().startsWith("w")
                || node.parts().stream().anyMatch(Shrink::counts);
    }

    private static Node at(Node node, List<Integer> path) {
        Node found = node;
        for (int step : path) {
            found = found.part(step);
        }
        return found;
    }

    private static Node replaced(Node node, List<Integer> path, int depth, Node replacement) {
        if (depth == path.size()) {
            return replacement;
        }
        int step = path.get(depth);
        return node.withPart(step, replaced(node.part(step), path, depth + 1, replacement));
    }

    /** What may stand in a node's place, the smallest first. */
    private static List<Node> smaller(Node node) {
        List<Node> candidates = new ArrayList<>();
        switch (node.kind()) {
            case BLOCK, CASE, LIST, ARRAY_LITERAL -> fewer(node, candidates);
            case SWITCH, SWITCH_ARROW, SWITCH_VALUE -> {
                for (int i = node.parts().size() - 1; i > 0; i--) {
                    candidates.add(node.withoutPart(i));
                }
            }
            case IF, FOR, WHILE, DO, FOREACH, LABELED -> {
                node.parts().stream().filter(Node::isStatement).forEach(candidates::add);
                if (node.kind() == Kind.IF && node.parts().size() > 2) {
                    candidates.add(node.withoutPart(2));
                }
            }
            case LITERAL, NAME, BREAK, CONTINUE, RETURN, YIELD, EXPRESSION, LOCAL, ARM, THROW -> {}
            default -> {}
        }
        if (!node.isStatement() && node.kind() != Kind.LIST && node.kind() != Kind.ARM && node.kind() != Kind.CASE) {
            expressions(node, candidates);
        }
        return candidates;
    }

    private static void fewer(Node node, List<Node> candidates) {
        int size = node.parts().size();
        for (int length = size; length > 0; length = length / 2) {
            for (int start = 0; start + length <= size; start += length) {
                List<Node> kept = new ArrayList<>(node.parts());
                kept.subList(start, start + length).clear();
                boolean endless = IntStream.range(start, start + length).anyMatch(i -> ends(node, i));
                if (!endless) {
                    candidates.add(node.withParts(kept));
                }
            }
        }
        for (int i = 0; i < size; i++) {
            if (node.part(i).kind() == Kind.BLOCK) {
                List<Node> flat = new ArrayList<>(node.parts());
                List<Node> inner = flat.remove(i).parts();
                flat.addAll(i, inner);
                candidates.add(node.withParts(flat));
            }
        }
    }

    private static final Map<Type, String> LITERALS =
            Map.of(Type.DOUBLE, "2.0", Type.FLOAT, "2f", Type.INT, "1", Type.LONG, "1L", Type.BOOLEAN, "true");

    private static void expressions(Node node, List<Node> candidates) {
        if (node.kind() == Kind.LITERAL || node.kind() == Kind.NAME) {
            return;
        }
        String literal = LITERALS.get(node.type());
        if (literal != null) {
            candidates.add(Node.literal(node.type(), literal));
        }
        node.parts().stream().filter(each -> each.type() == node.type()).forEach(candidates::add);
    }
}
