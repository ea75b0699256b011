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

/** The variables of one method while it is lowered, and the value that each has at this point. */
final class Frame {

    private final Attribution attribution;
    private final Optional<Type> result;
    private final String resultName;
    private final Set<Local> declared = new LinkedHashSet<>();
    private Map<Local, Value> values = new LinkedHashMap<>();

    /**
     * Starts without variables.
     *
     * @param result the type that the method returns, empty for {@code void}
     * @param resultName the name for the returned value, where it has none
     */
    Frame(Attribution attribution, Optional<Type> result, String resultName) {
        this.attribution = attribution;
        this.result = result;
        this.resultName = resultName;
    }

    Attribution attribution() {
        return attribution;
    }

    Optional<Type> result() {
        return result;
    }

    String resultName() {
        return resultName;
    }

    void declare(Local local) {
        declared.add(local);
    }

    void set(Local local, Value value) {
        declared.add(local);
        values.put(local, value);
    }

    Optional<Value> get(Local local) {
        return Optional.ofNullable(values.get(local));
    }

    /** The values at this point. */
    Map<Local, Value> snapshot() {
        return new LinkedHashMap<>(values);
    }

    void restore(Map<Local, Value> snapshot) {
        values = new LinkedHashMap<>(snapshot);
    }

    /** The variables declared so far. */
    Set<Local> declared() {
        return new LinkedHashSet<>(declared);
    }

    /** Those of the variables that have a value here, in the order of their declarations. */
    List<Local> assignedAmong(Collection<Local> locals) {
        return declared.stream()
                .filter(locals::contains)
                .filter(values::containsKey)
                .toList();
    }
}
