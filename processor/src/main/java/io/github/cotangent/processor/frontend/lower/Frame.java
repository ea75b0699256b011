package io.github.cotangent.processor.frontend.lower;

import io.github.cotangent.processor.frontend.resolve.Attribution;
import io.github.cotangent.processor.frontend.resolve.Local;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Element;

/** The variables of one method while it is lowered, and what is known at this point of it. */
final class Frame {

    private final Attribution attribution;
    private final Target end;
    private final Set<Local> declared = new LinkedHashSet<>();
    private final Map<Element, Local> fields = new LinkedHashMap<>();
    private Optional<Value> receiver = Optional.empty();
    private Optional<Supplier<Value>> made = Optional.empty();
    private State now = new State(Map.of(), Map.of(), Map.of(), true);

    /**
     * What is known at a point.
     *
     * @param values the variables that have a value
     * @param taken the jumps that may have been taken to somewhere beyond: a flag that says so, or empty if it is certain
     * @param results the values that jumps have brought to their targets so far
     * @param isReachable whether it may be that no jump was taken
     */
    record State(
            Map<Local, Value> values,
            Map<Target, Optional<Value>> taken,
            Map<Target, Value> results,
            boolean isReachable) {

        State {
            values = new LinkedHashMap<>(values);
            taken = new LinkedHashMap<>(taken);
            results = new LinkedHashMap<>(results);
        }

        /** Whether every way to here has thrown an exception. */
        boolean hasThrown() {
            return !isReachable && taken.isEmpty();
        }

        /** Whether every way to here has jumped to the target. */
        boolean isAt(Target target) {
            return !isReachable && taken.equals(Map.of(target, Optional.empty()));
        }

        /** Whether the array is one that a variable or a result refers to. */
        boolean knows(Value array) {
            return values.containsValue(array) || results.containsValue(array);
        }
    }

    /**
     * Starts without variables.
     *
     * @param result the type that the method returns, empty for {@code void}
     * @param resultName the name for the returned value, where it has none
     */
    Frame(Attribution attribution, Optional<Type> result, String resultName) {
        this.attribution = attribution;
        this.end = Target.of("returned", resultName, result);
    }

    Attribution attribution() {
        return attribution;
    }

    Optional<Type> result() {
        return end.type();
    }

    /** Where {@code return} leads to. */
    Target end() {
        return end;
    }

    /** The record whose method or constructor this is. */
    Optional<Value> receiver() {
        return receiver;
    }

    void receiver(Value newReceiver) {
        receiver = Optional.of(newReceiver);
    }

    /** The record that a constructor has made so far; leaving it brings that. */
    Optional<Value> made() {
        return made.map(Supplier::get);
    }

    void made(Supplier<Value> newMade) {
        made = Optional.of(newMade);
    }

    /** The variable that stands for a field which a constructor is to assign. */
    Optional<Local> field(Element field) {
        return Optional.ofNullable(fields.get(field));
    }

    void field(Element field, Local local) {
        fields.put(field, local);
        declare(local);
    }

    void declare(Local local) {
        declared.add(local);
    }

    void set(Local local, Value value) {
        declared.add(local);
        now.values.put(local, value);
    }

    void set(List<Local> locals, List<Value> values) {
        for (int i = 0; i < locals.size(); i++) {
            set(locals.get(i), values.get(i));
        }
    }

    Optional<Value> get(Local local) {
        return Optional.ofNullable(now.values.get(local));
    }

    /** What is known at this point. */
    State snapshot() {
        return new State(now.values, now.taken, now.results, now.isReachable);
    }

    void restore(State state) {
        now = new State(state.values, state.taken, state.results, state.isReachable);
    }

    /** Nothing that is written from here on is run: one of the jumps was taken. */
    void unreachable() {
        now = new State(now.values, now.taken, now.results, false);
        if (now.taken.size() == 1) {
            now.taken.replaceAll((target, flag) -> Optional.empty());
        }
    }

    /** Nothing that is written from here on is run: an exception was thrown. */
    void thrown() {
        now = new State(now.values, Map.of(), now.results, false);
    }

    boolean hasThrown() {
        return now.hasThrown();
    }

    /** Goes on where no jump was taken. */
    void forgetJumps() {
        now = new State(now.values, Map.of(), now.results, true);
    }

    boolean isReachable() {
        return now.isReachable;
    }

    boolean mayHaveJumped() {
        return !now.isReachable || !now.taken.isEmpty();
    }

    /** The variables declared so far. */
    Set<Local> declared() {
        return new LinkedHashSet<>(declared);
    }

    /** Those of the variables that have a value here, in the order of their declarations. */
    List<Local> assignedAmong(Collection<Local> locals) {
        return declared.stream()
                .filter(locals::contains)
                .filter(now.values::containsKey)
                .toList();
    }

    /** Jumps. */
    void jump(Target target) {
        taken(target, Optional.empty());
        unreachable();
    }

    void taken(Target target, Optional<Value> flag) {
        now.taken.put(target, flag);
    }

    /** The jumps that may be on their way, each with its flag unless it is certain. */
    Map<Target, Optional<Value>> taken() {
        return new LinkedHashMap<>(now.taken);
    }

    /** The point to which the target's jumps lead. */
    void arrive(Target target) {
        boolean isReached = now.taken.remove(target) != null;
        now = new State(now.values, now.taken, now.results, now.isReachable || isReached);
    }

    void result(Target target, Value value) {
        now.results.put(target, value);
    }

    Optional<Value> result(Target target) {
        return Optional.ofNullable(now.results.get(target));
    }

    /** The value that the target's jumps brought, which is then forgotten. */
    Optional<Value> takeResult(Target target) {
        return Optional.ofNullable(now.results.remove(target));
    }
}
