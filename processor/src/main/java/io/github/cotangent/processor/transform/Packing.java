package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Derivatives.Pullback;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands over in arrays, one for each type, what the forward sweep of a pullback keeps for the reverse sweep, where it is more
 * than a constructor could take.
 */
public final class Packing {

    /** As many values are handed over one by one. */
    private static final int LIMIT = 64;

    private Packing() {}

    /**
     * The pullback, packed if it has to be.
     *
     * @param values how many of the results of the forward sweep are those of the method
     */
    public static Pullback apply(Pullback pullback, int values) {
        Function forward = pullback.forward();
        Function reverse = pullback.reverse();
        int kept = forward.results().size() - values;
        if (kept <= LIMIT) {
            return pullback;
        }
        Set<Value> known = new HashSet<>(forward.parameters());
        known.addAll(forward.results().subList(0, values));
        List<Value> results = new ArrayList<>(forward.results().subList(0, values));
        List<Value> parameters = new ArrayList<>();
        Map<Type, List<Integer>> packed = new LinkedHashMap<>();
        for (int i = 0; i < kept; i++) {
            Value value = forward.results().get(values + i);
            if (known.contains(value)) {
                results.add(value);
                parameters.add(reverse.parameters().get(i));
            } else {
                packed.computeIfAbsent(value.type(), none -> new ArrayList<>()).add(i);
            }
        }
        Builder packing = new Builder();
        Builder unpacking = new Builder();
        forward.body().statements().forEach(packing::append);
        packed.forEach((type, places) -> {
            Value array = packing.newArray(type.array(), packing.constant(places.size()), "kept");
            Value handed = array.fresh();
            for (int slot = 0; slot < places.size(); slot++) {
                int place = places.get(slot);
                packing.store(array, packing.constant(slot), forward.results().get(values + place));
                Value result = reverse.parameters().get(place);
                unpacking.define(result, Primitive.LOAD, handed, unpacking.constant(slot));
            }
            results.add(array);
            parameters.add(handed);
        });
        reverse.body().statements().forEach(unpacking::append);
        parameters.addAll(
                reverse.parameters().subList(kept, reverse.parameters().size()));
        return new Pullback(
                new Function(forward.name(), packing.region(forward.parameters(), results)),
                new Function(reverse.name(), new Region(parameters, unpacking.statements(), reverse.results())));
    }
}
