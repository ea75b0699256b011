package io.github.cotangent.processor.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A random program: an annotated method, and what it calls and reads.
 *
 * @param constants the class's static final fields
 */
record Program(long seed, int order, Routine main, List<Routine> helpers, List<Node> constants, Set<Feature> features) {

    /** The classes of the program, in Java, by their names. */
    Map<String, String> java(String name) {
        return new JavaText(this, name).sources();
    }

    /** The same over {@link Num}. */
    Map<String, String> dual(String name) {
        return new DualText(this, name).sources();
    }

    /** Whether the annotated method calls a method of another class, directly or by its helpers. */
    boolean callsElsewhere() {
        return calls(main.body());
    }

    private boolean calls(Node node) {
        boolean found = node.kind() == Kind.CALL && callsElsewhere(helper(node.text()));
        return found || node.parts().stream().anyMatch(this::calls);
    }

    private boolean callsElsewhere(Routine helper) {
        return helper.elsewhere()
                || helpers.subList(0, helpers.indexOf(helper)).stream()
                        .anyMatch(each -> callsElsewhere(each) && calls(helper.body(), each.name()));
    }

    /** Whether members that take a workspace are asked for. */
    boolean hasWorkspace() {
        return seed % 2 == 0;
    }

    Program with(Routine replacedMain, List<Routine> replacedHelpers) {
        return new Program(seed, order, replacedMain, List.copyOf(replacedHelpers), constants, features);
    }

    Program withConstants(List<Node> replaced) {
        return new Program(seed, order, main, helpers, List.copyOf(replaced), features);
    }

    int size() {
        return main.body().size()
                + helpers.stream().mapToInt(helper -> helper.body().size()).sum();
    }

    Routine helper(String name) {
        return helpers.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a helper is called anywhere. */
    boolean calls(Routine helper) {
        return calls(main.body(), helper.name())
                || helpers.stream().anyMatch(each -> calls(each.body(), helper.name()));
    }

    private static boolean calls(Node node, String name) {
        return node.kind() == Kind.CALL && node.text().equals(name)
                || node.parts().stream().anyMatch(part -> calls(part, name));
    }
}
