package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Arrays for what branches, or iterations of while loops, hand on to the reverse sweep, where that is so much that a variable
 * for each value would fill whole methods with copies.
 */
final class Shelves {

    /** A value's place in an array. */
    record Place(Value array, int index) {}

    private final Map<Statement, Map<Type, Value>> arrays = new IdentityHashMap<>();
    private final Map<Value, Integer> lengths = new HashMap<>();
    private final Map<Value, Place> places = new HashMap<>();
    private final Set<Value> known = new HashSet<>();

    /**
     * Makes a place for a value, if it has none.
     *
     * @param owner the branch or loop that hands it on
     * @param array gives the new array its home
     */
    Place place(Statement owner, Value value, UnaryOperator<Value> array) {
        return places.computeIfAbsent(value, none -> {
            Value shelf = arrays.computeIfAbsent(owner, nothing -> new LinkedHashMap<>())
                    .computeIfAbsent(value.type(), type -> newShelf(type, array));
            return new Place(shelf, lengths.merge(shelf, 1, Integer::sum) - 1);
        });
    }

    private Value newShelf(Type type, UnaryOperator<Value> array) {
        Value shelf = array.apply(Value.named(type.array(), "kept"));
        known.add(shelf);
        return shelf;
    }

    Optional<Place> placeOf(Value value) {
        return Optional.ofNullable(places.get(value));
    }

    boolean isShelf(Value array) {
        return known.contains(array);
    }

    /** What makes the arrays; asked when all places are taken. */
    List<Statement> statements(Statement owner) {
        Builder builder = new Builder();
        arrays.getOrDefault(owner, Map.of())
                .values()
                .forEach(array ->
                        builder.define(array, Primitive.NEW_ARRAY, builder.constant((int) lengths.get(array))));
        return builder.statements();
    }
}
