package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Name;

/** The statements around a point of a method, as far as jumps lead to them. */
final class Targets {

    /** A statement that jumps may leave, or go on with. */
    private record Around(List<Name> labels, Kind kind, Target target) {}

    private enum Kind {
        LABELED,
        BREAKABLE,
        LOOP,
        VALUE
    }

    private final Deque<Around> around = new ArrayDeque<>();

    /** What lies behind a loop and the start of its next iteration. */
    record Loop(Target behind, Target again) {}

    Loop loop(List<Name> labels) {
        return new Loop(behind(labels), Target.of("continued"));
    }

    /** What lies behind a statement. */
    Target behind(List<Name> labels) {
        return Target.of(labels.isEmpty() ? "done" : labels.get(labels.size() - 1) + "Done");
    }

    void inLoop(List<Name> labels, Loop loop, Runnable body) {
        around.push(new Around(labels, Kind.BREAKABLE, loop.behind()));
        around.push(new Around(labels, Kind.LOOP, loop.again()));
        body.run();
        around.pop();
        around.pop();
    }

    void inLabeled(Name label, Target behind, Runnable body) {
        inside(new Around(List.of(label), Kind.LABELED, behind), body);
    }

    void inSwitch(Target behind, Runnable body) {
        inside(new Around(List.of(), Kind.BREAKABLE, behind), body);
    }

    void inSwitchExpression(Target behind, Runnable body) {
        inside(new Around(List.of(), Kind.VALUE, behind), body);
    }

    private void inside(Around statement, Runnable body) {
        around.push(statement);
        body.run();
        around.pop();
    }

    Optional<Target> of(BreakTree tree) {
        Name label = tree.getLabel();
        return innermost(
                label == null
                        ? each -> each.kind() == Kind.BREAKABLE
                        : each -> each.kind() != Kind.LOOP && each.labels().contains(label));
    }

    Optional<Target> of(ContinueTree tree) {
        Name label = tree.getLabel();
        return innermost(each ->
                each.kind() == Kind.LOOP && (label == null || each.labels().contains(label)));
    }

    Optional<Target> ofYield() {
        return innermost(each -> each.kind() == Kind.VALUE);
    }

    private Optional<Target> innermost(Predicate<Around> condition) {
        return around.stream().filter(condition).map(Around::target).findFirst();
    }
}
