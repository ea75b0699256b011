package io.github.cotangent.processor.fuzz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a program that is being written may use, and has used. */
final class Scope {

    final Dice dice;
    final Set<Feature> used = EnumSet.noneOf(Feature.class);
    final List<Variable> variables = new ArrayList<>();
    final List<Routine> helpers = new ArrayList<>();
    /** How many statements may still be written. */
    int budget;

    /** Whether nearly everything is active: elements of arrays that are read and overwritten, in loops, not linearly. */
    final boolean dense;

    private final Set<Feature> allowed;
    /** Names that will be declared, after what is being written. */
    private final Set<String> reserved = new HashSet<>();

    private int names;

    Scope(Dice dice, Set<Feature> allowed) {
        this.dice = dice;
        this.allowed = allowed;
        this.dense = dice.chance(60);
    }

    /** Whether to use a feature; it counts as used if so. */
    boolean use(Feature feature, int percent) {
        return allows(feature) && dice.chance(percent) && used.add(feature) | true;
    }

    boolean allows(Feature feature) {
        return allowed.contains(feature);
    }

    /** A name that nothing in scope has; one that has gone out of scope comes again. */
    String fresh(String start) {
        String name = start + variables.size();
        boolean taken = variables.stream().anyMatch(each -> each.name().equals(name));
        String free = taken || reserved.contains(name) ? start + "x" + names++ : name;
        reserved.add(free);
        return free;
    }

    String label() {
        return "label" + names++;
    }

    Variable declare(Variable variable) {
        variables.add(variable);
        reserved.remove(variable.name());
        return variable;
    }

    int mark() {
        return variables.size();
    }

    void release(int mark) {
        variables.subList(mark, variables.size()).clear();
    }

    Optional<Variable> any(Predicate<Variable> wanted) {
        List<Variable> found = variables.stream().filter(wanted).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(dice.pick(found));
    }

    Optional<Variable> any(Type type) {
        return any(each -> each.type() == type);
    }

    Optional<Variable> assignable(Type type) {
        return any(each -> each.type() == type && each.assignable());
    }

    Optional<Variable> array(Type type, int minimum) {
        return any(each -> each.type() == type && each.minimum() >= minimum);
    }
}
