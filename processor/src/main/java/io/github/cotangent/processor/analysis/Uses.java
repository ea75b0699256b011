package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often the values of a region are used, as operands and as results, at any depth. */
public final class Uses {

    private final Map<Value, Integer> counts = new HashMap<>();

    private Uses() {}

    public static Uses in(Region region) {
        Uses uses = new Uses();
        region.forEach(statement -> {
            uses.count(statement.operands());
            statement.regions().forEach(inner -> uses.count(inner.results()));
        });
        uses.count(region.results());
        return uses;
    }

    private void count(List<Value> values) {
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
    }

    public int count(Value value) {
        return counts.getOrDefault(value, 0);
    }

    /** Whether a value is used in one place alone. */
    public boolean isSingle(Value value) {
        return count(value) == 1;
    }
}
