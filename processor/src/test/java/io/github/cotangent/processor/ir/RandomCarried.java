package io.github.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * The carried values of a random loop: sums, to which each iteration adds something, and states, which it replaces.
 *
 * @param sums how many of the values, the first ones, are sums
 */
record RandomCarried(int sums, List<Value> initial, List<Value> parameters) {

    /**
     * Starts the carried values of a loop and brings them into the scope of its body.
     *
     * @param trips how many iterations there may be
     */
    static RandomCarried of(RandomScope scope, RandomScope body, int trips) {
        int sums = scope.random.nextInt(3);
        int states = scope.random.nextInt(3);
        List<Value> initial = new ArrayList<>();
        List<Value> parameters = new ArrayList<>();
        for (int i = 0; i < sums + states; i++) {
            Value first = scope.damped(scope.aDouble(), 3);
            Value parameter = Value.named(Type.DOUBLE, i < sums ? "sum" : "state");
            initial.add(first);
            parameters.add(scope.bounded(parameter, i < sums ? 3 + trips : 3));
        }
        body.doubles.addAll(parameters);
        if (scope.chance(0.15)) {
            initial.add(scope.anInt());
            parameters.add(scope.bounded(Value.named(Type.INT, "m"), 4));
            body.ints.add(parameters.get(parameters.size() - 1));
        }
        return new RandomCarried(sums, initial, parameters);
    }

    boolean hasDouble() {
        return !parameters.isEmpty() && parameters.get(0).type().equals(Type.DOUBLE);
    }

    /** The carried values of the next iteration. */
    List<Value> next(RandomScope body) {
        List<Value> next = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Value parameter = parameters.get(i);
            if (parameter.type().equals(Type.INT)) {
                next.add(body.anInt());
            } else if (i < sums) {
                next.add(body.builder.add(parameter, body.damped(body.aDouble(), 1)));
            } else {
                next.add(body.damped(body.aDouble(), 3));
            }
        }
        return next;
    }

    /** Brings the results into the scope after the loop. */
    void finish(RandomScope scope, List<Value> results) {
        for (int i = 0; i < results.size(); i++) {
            Value result = scope.bounded(results.get(i), scope.bound(parameters.get(i)));
            (result.type().equals(Type.INT) ? scope.ints : scope.doubles).add(result);
        }
    }
}
