package io.github.cotangent.processor.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The statements that a jump may leave. */
final class Jumps {

    private record Target(String label, boolean loop) {}

    /** What stands within the innermost {@code switch} expression, or in the method. */
    private record Level(Type value, Deque<Target> targets) {}

    private final Scope scope;
    private final Deque<Level> levels = new ArrayDeque<>(List.of(new Level(Type.VOID, new ArrayDeque<>())));

    Jumps(Scope scope) {
        this.scope = scope;
    }

    void enter(String label, boolean loop) {
        targets().push(new Target(label, loop));
    }

    void leave() {
        targets().pop();
    }

    void enterValue(Type type) {
        levels.push(new Level(type, new ArrayDeque<>()));
    }

    void leaveValue() {
        levels.pop();
    }

    boolean inValue() {
        return levels.size() > 1;
    }

    Type valueType() {
        return levels.getFirst().value();
    }

    private Deque<Target> targets() {
        return levels.getFirst().targets();
    }

    /** A {@code break} or {@code continue}; empty for a {@code return} or {@code yield}. */
    Optional<Node> jump() {
        List<Node> jumps = new ArrayList<>();
        boolean loop = false;
        boolean breakable = false;
        for (Target target : targets()) {
            boolean labeled = !target.label().isEmpty();
            if (labeled) {
                jumps.add(Node.statement(Kind.BREAK, target.label()));
            }
            if (labeled && target.loop()) {
                jumps.add(Node.statement(Kind.CONTINUE, target.label()));
            }
            loop |= target.loop();
            breakable |= target.loop() || !labeled;
        }
        if (loop) {
            jumps.add(Node.statement(Kind.CONTINUE, ""));
        }
        if (breakable) {
            jumps.add(Node.statement(Kind.BREAK, ""));
        }
        if (jumps.isEmpty() || scope.dice.chance(25)) {
            return Optional.empty();
        }
        Node jump = scope.dice.pick(jumps);
        scope.used.add(jump.kind() == Kind.BREAK ? Feature.BREAK : Feature.CONTINUE);
        return Optional.of(jump);
    }
}
