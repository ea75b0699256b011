package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arrays whose elements can as well be variables: made by the function, of a small known length, of which nothing but single
 * elements with known indices are used, and that go by one name at a time. A copy of such an array is one, and so is what a
 * branch hands on where either side has made its own.
 */
public final class SmallArrays {

    private static final int LENGTH = 16;

    private final Integers integers;
    private final Map<Value, Region> homes = new HashMap<>();

    /** The arrays, with their lengths. */
    private final Map<Value, Integer> lengths = new LinkedHashMap<>();

    /** Arrays that are such only if the other one is. */
    private record Link(Value one, Value other) {}

    private final List<Link> links = new ArrayList<>();

    private SmallArrays(Integers integers) {
        this.integers = integers;
    }

    public static SmallArrays of(Function function) {
        SmallArrays arrays = new SmallArrays(Integers.of(function));
        arrays.find(function.body());
        arrays.use(function.body());
        function.results().forEach(arrays::reject);
        boolean isSettled;
        do {
            isSettled = arrays.links.stream().noneMatch(arrays::spread);
        } while (!isSettled);
        return arrays;
    }

    public boolean isEmpty() {
        return lengths.isEmpty();
    }

    public boolean contains(Value array) {
        return lengths.containsKey(array);
    }

    public int length(Value array) {
        return lengths.get(array);
    }

    /** The known index of an element. */
    public int index(Value index) {
        return integers.number(index).orElseThrow();
    }

    private void find(Region region) {
        for (Statement statement : region.statements()) {
            statement.regions().forEach(this::find);
            if (statement instanceof Let let) {
                find(let);
            } else if (statement instanceof If branch) {
                find(branch);
            }
            statement.results().forEach(result -> homes.put(result, region));
        }
    }

    private void find(Let let) {
        Optional<Integer> length = integers.length(let.result());
        boolean isVector = let.result().type().rank() == 1
                && !let.result().type().element().isObject()
                && !let.result().type().element().isRecord();
        if (isVector && length.isPresent() && length.get() >= 0 && length.get() <= LENGTH) {
            if (let.primitive() == Primitive.NEW_ARRAY) {
                lengths.put(let.result(), length.get());
            } else if (let.primitive() == Primitive.CLONE && contains(let.argument(0))) {
                lengths.put(let.result(), length.get());
                links.add(new Link(let.result(), let.argument(0)));
            }
        }
    }

    private void find(If branch) {
        for (int i = 0; i < branch.results().size(); i++) {
            Value result = branch.results().get(i);
            Value one = branch.then().results().get(i);
            Value other = branch.otherwise().results().get(i);
            boolean isSmall =
                    isMadeIn(branch.then(), one) && isMadeIn(branch.otherwise(), other) && length(one) == length(other);
            if (isSmall) {
                lengths.put(result, length(one));
                links.add(new Link(result, one));
                links.add(new Link(result, other));
            }
        }
    }

    /** Whether an array is made in a region, and handed on once. */
    private boolean isMadeIn(Region region, Value array) {
        return contains(array)
                && homes.get(array) == region
                && region.results().stream().filter(result -> result == array).count() == 1;
    }

    private void reject(Value value) {
        lengths.remove(value);
    }

    private boolean spread(Link link) {
        if (contains(link.one()) == contains(link.other())) {
            return false;
        }
        reject(link.one());
        reject(link.other());
        return true;
    }

    private void use(Region region) {
        for (Statement statement : region.statements()) {
            if (statement instanceof Let let) {
                use(let);
            } else if (statement instanceof Store store) {
                reject(store.element());
                if (!store.element().type().equals(store.array().type().element())) {
                    reject(store.array());
                }
                element(store.array(), store.index());
            } else if (statement instanceof If branch) {
                handOn(branch);
            } else {
                statement.operands().forEach(this::reject);
                statement.regions().forEach(inner -> inner.results().forEach(this::reject));
            }
            statement.regions().forEach(this::use);
        }
    }

    private void use(Let let) {
        switch (let.primitive()) {
            case LOAD -> element(let.argument(0), let.argument(1));
            case LENGTH -> {}
            case CLONE -> {
                if (!contains(let.result())) {
                    reject(let.argument(0));
                }
            }
            default -> let.arguments().forEach(this::reject);
        }
    }

    private void element(Value array, Value index) {
        Optional<Integer> number = integers.number(index);
        if (contains(array) && (number.isEmpty() || number.get() < 0 || number.get() >= length(array))) {
            reject(array);
        }
    }

    private void handOn(If branch) {
        for (int i = 0; i < branch.results().size(); i++) {
            if (!contains(branch.results().get(i))) {
                reject(branch.then().results().get(i));
                reject(branch.otherwise().results().get(i));
            }
        }
    }
}
