package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Uses;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.rules.Algebra;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Loops that add to neighbouring elements of an array of adjoints, {@code xBar[i]} and {@code xBar[i + 1]}: what has been added
 * to the neighbour travels to the next iteration in a local variable, and every element is loaded and stored once.
 *
 * <p>To load an element that the iteration before has just stored takes longer than all else that a small loop does.
 */
final class Neighbours {

    private final Set<Value> adjoints;
    private final BiPredicate<Value, Value> mayBeSame;
    private final Algebra.Facts facts;

    /**
     * @param adjoints the arrays of adjoints
     * @param mayBeSame whether two arrays may be the same object
     */
    Neighbours(Set<Value> adjoints, BiPredicate<Value, Value> mayBeSame, Algebra.Facts facts) {
        this.adjoints = adjoints;
        this.mayBeSame = mayBeSame;
        this.facts = facts;
    }

    List<Statement> apply(List<Statement> statements) {
        List<Statement> result = new ArrayList<>();
        for (Statement statement : statements) {
            Statement inner = statement.withBodies(
                    body -> new Region(body.parameters(), apply(body.statements()), body.results()));
            if (inner instanceof For loop && Counting.isUnitStep(loop)) {
                loop(loop, result);
            } else {
                result.add(inner);
            }
        }
        return result;
    }

    private void loop(For loop, List<Statement> out) {
        Builder before = new Builder();
        Builder after = new Builder();
        For current = loop;
        Set<Value> seen = new HashSet<>();
        for (Statement statement : loop.body().statements()) {
            if (statement instanceof Store store && adjoints.contains(store.array()) && seen.add(store.array())) {
                Additions additions = new Additions(current, store.array());
                if (additions.areAll() && additions.areNeighbours()) {
                    current = additions.carried(before, after);
                }
            }
        }
        out.addAll(before.statements());
        out.add(current);
        out.addAll(after.statements());
    }

    /** What is added to an element. */
    private record Term(Value value, boolean isSubtracted) {}

    /** What a loop adds to the elements of one array, by their distance from the index. */
    private final class Additions {

        private final For loop;
        private final Value array;
        private final Map<Value, Let> definitions = new HashMap<>();
        private final Uses uses;
        private final Set<Statement> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        private final TreeMap<Integer, List<Term>> terms = new TreeMap<>();
        private final Map<Integer, Store> stores = new LinkedHashMap<>();
        private boolean isComplete = true;

        Additions(For loop, Value array) {
            this.loop = loop;
            this.array = array;
            loop.body().statements().forEach(statement -> {
                if (statement instanceof Let let) {
                    definitions.put(let.result(), let);
                }
                isComplete &= !statement.results().contains(array);
            });
            this.uses = Uses.in(loop.body());
            loop.body().statements().forEach(statement -> {
                if (statement instanceof Store store && store.array() == array) {
                    isComplete &= add(store);
                }
            });
        }

        /** Whether a store adds to an element near the index. */
        private boolean add(Store store) {
            OptionalInt distance = distance(store.index());
            Let sum = definitions.get(store.element());
            if (distance.isEmpty() || sum == null || !uses.isSingle(sum.result())) {
                return false;
            }
            boolean isSum = sum.primitive() == Primitive.ADD || sum.primitive() == Primitive.SUBTRACT;
            Let load = isSum ? definitions.get(sum.argument(0)) : null;
            boolean isAdded = load != null
                    && load.primitive() == Primitive.LOAD
                    && load.argument(0) == array
                    && load.argument(1) == store.index()
                    && uses.isSingle(load.result());
            if (isAdded) {
                terms.computeIfAbsent(distance.getAsInt(), none -> new ArrayList<>())
                        .add(new Term(sum.argument(1), sum.primitive() == Primitive.SUBTRACT));
                stores.putIfAbsent(distance.getAsInt(), store);
                parts.addAll(List.of(load, sum, store));
            }
            return isAdded;
        }

        private OptionalInt distance(Value index) {
            if (index == loop.index()) {
                return OptionalInt.of(0);
            }
            Let let = definitions.get(index);
            if (let == null || let.arguments().size() != 2) {
                return OptionalInt.empty();
            }
            if (let.primitive() == Primitive.ADD && let.argument(1) == loop.index()) {
                return literal(let.argument(0));
            }
            OptionalInt literal = let.argument(0) == loop.index() ? literal(let.argument(1)) : OptionalInt.empty();
            return switch (let.primitive()) {
                case ADD -> literal;
                case SUBTRACT -> literal.isPresent() ? OptionalInt.of(-literal.getAsInt()) : literal;
                default -> OptionalInt.empty();
            };
        }

        private OptionalInt literal(Value value) {
            return facts.literal(value)
                    .map(number -> OptionalInt.of(number.intValue()))
                    .orElse(OptionalInt.empty());
        }

        /** Whether the loop has nothing else to do with the array, nor with one that may be the same. */
        boolean areAll() {
            boolean[] areAll = {isComplete};
            loop.body().forEach(statement -> {
                if (!parts.contains(statement)) {
                    areAll[0] &= arrays(statement).stream().noneMatch(other -> mayBeSame.test(other, array));
                }
            });
            return areAll[0];
        }

        private static List<Value> arrays(Statement statement) {
            if (statement instanceof Store store) {
                return List.of(store.array());
            }
            if (statement instanceof Call call) {
                return call.arrays();
            }
            boolean reads = statement instanceof Let let && let.primitive().readsMemory();
            return reads ? List.of(((Let) statement).argument(0)) : List.of();
        }

        boolean areNeighbours() {
            return terms.size() > 1 && terms.lastKey() - terms.firstKey() == terms.size() - 1;
        }

        /** The loop that adds to one element only, and around it what begins the sums and adds what remains of them. */
        For carried(Builder before, Builder after) {
            List<Integer> order = List.copyOf(loop.step() > 0 ? terms.keySet() : terms.descendingKeySet());
            List<Value> pending = names(order.size() - 1);
            Builder builder = new Builder();
            loop.body().statements().stream()
                    .filter(statement -> !parts.contains(statement))
                    .forEach(builder::append);
            Store first = stores.get(order.get(0));
            builder.at(first.position());
            Value complete = sum(pending.get(0), terms.get(order.get(0)), builder);
            builder.store(array, first.index(), builder.add(builder.load(array, first.index()), complete));
            List<Value> next = new ArrayList<>(loop.body().results());
            for (int j = 1; j < order.size(); j++) {
                next.add(sum(j < pending.size() ? pending.get(j) : null, terms.get(order.get(j)), builder));
            }
            List<Value> initial = new ArrayList<>(loop.initial());
            pending.forEach(each -> initial.add(before.constant(0.0)));
            List<Value> parameters = new ArrayList<>(loop.body().parameters());
            parameters.addAll(pending);
            List<Value> rests = names(pending.size());
            List<Value> results = new ArrayList<>(loop.results());
            results.addAll(rests);
            addRests(rests, order, after);
            return new For(
                    loop.from(),
                    loop.test(),
                    loop.to(),
                    loop.step(),
                    initial,
                    builder.region(parameters, next),
                    results,
                    loop.position());
        }

        /** Adds what would be complete in the iterations after the last; had there been none, the elements might not exist. */
        private void addRests(List<Value> rests, List<Integer> order, Builder after) {
            after.at(loop.position());
            Builder then = after.nested();
            int beyond = loop.isInclusive() ? loop.step() : 0;
            for (int j = 0; j < rests.size(); j++) {
                int distance = beyond + order.get(j);
                Value index = distance == 0
                        ? loop.to()
                        : distance > 0
                                ? then.add(loop.to(), then.constant(distance))
                                : then.subtract(loop.to(), then.constant(-distance));
                then.store(array, index, then.add(then.load(array, index), rests.get(j)));
            }
            after.branch(
                    after.compare(loop.test(), loop.from(), loop.to()),
                    then.region(List.of(), List.of()),
                    after.nested().region(List.of(), List.of()));
        }

        private Value sum(Value start, List<Term> summands, Builder builder) {
            Algebra algebra = new Algebra(builder, facts);
            Value sum = start;
            for (Term term : summands) {
                if (sum == null) {
                    sum = term.isSubtracted() ? algebra.negate(term.value()) : term.value();
                } else {
                    sum = term.isSubtracted() ? algebra.subtract(sum, term.value()) : algebra.add(sum, term.value());
                }
            }
            return sum;
        }

        private List<Value> names(int count) {
            List<Value> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                values.add(Value.named(Type.DOUBLE, array.isNamed() ? array.name() + "Next" : ""));
            }
            return values;
        }
    }
}
