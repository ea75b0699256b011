package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Callee.Methods;
import io.github.cotangent.processor.ir.Callee.Partials;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries the adjoint of what a call results in back to its arguments. */
final class CallAdjoints {

    private final Activity activity;
    private final Availability primal;
    private final Adjoints adjoints;

    CallAdjoints(Activity activity, Availability primal, Adjoints adjoints) {
        this.activity = activity;
        this.primal = primal;
        this.adjoints = adjoints;
    }

    void reverse(Call call, Context context) {
        Value result = call.results().get(0);
        Value seed = result.type().isArray() ? context.shadows.get(result) : context.adjoints.remove(result);
        if (seed == null) {
            return;
        }
        Callee.Derivative derivative = call.callee().derivative();
        if (derivative instanceof Methods methods && methods.reverse().isPresent()) {
            method(call, methods.reverse().get(), seed, context);
        } else if (derivative instanceof Partials partials) {
            partials(call, partials, seed, context);
        } else {
            throw new IllegalStateException("no reverse derivative of " + call.callee());
        }
    }

    private List<Value> arguments(Call call, Context context) {
        return call.arguments().stream()
                .map(argument -> primal.get(argument, context))
                .toList();
    }

    private void method(Call call, Callee vjp, Value seed, Context context) {
        Builder builder = context.builder;
        List<Value> all = new ArrayList<>(arguments(call, context));
        all.add(seed);
        Map<Value, Value> apart = new LinkedHashMap<>();
        List<Value> scalars = new ArrayList<>();
        for (Value argument : call.varying()) {
            if (argument.type().isArray()) {
                all.add(buffer(argument, all, apart, context));
            } else {
                scalars.add(argument);
            }
        }
        List<Value> results = scalars.stream()
                .map(argument -> Value.named(Type.DOUBLE, nameFor(argument, scalars, context)))
                .toList();
        builder.append(new Call(results, vjp, all, call.position()));
        apart.forEach((buffer, shadow) -> ReverseSweep.addAll(shadow, buffer, builder));
        for (int i = 0; i < scalars.size(); i++) {
            adjoints.add(scalars.get(i), results.get(i), context);
        }
    }

    private String nameFor(Value argument, List<Value> scalars, Context context) {
        boolean isOnce = scalars.indexOf(argument) == scalars.lastIndexOf(argument);
        return isOnce && adjoints.isFirst(argument, context) ? Availability.barOf(argument) : "";
    }

    /**
     * Where the adjoint of an array goes: to its shadow; but no two buffers may be one, and what does not vary has no shadow.
     */
    private Value buffer(Value argument, List<Value> taken, Map<Value, Value> apart, Context context) {
        if (!activity.isActive(argument)) {
            return zeros(primal.get(argument, context), context);
        }
        Value shadow = primal.shadow(argument, context);
        if (!taken.contains(shadow)) {
            return shadow;
        }
        Value buffer = zeros(shadow, context);
        apart.put(buffer, shadow);
        return buffer;
    }

    private static Value zeros(Value like, Context context) {
        return context.builder.newArray(like.type().derivative(), context.builder.length(like), "");
    }

    private void partials(Call call, Partials partials, Value sensitivity, Context context) {
        List<Value> arguments = arguments(call, context);
        for (int i = 0; i < arguments.size(); i++) {
            Value argument = call.arguments().get(i);
            if (activity.isActive(argument) && call.callee().parameters().get(i).varies()) {
                Value partial = CallTangents.partial(arguments, partials, i, context.algebra);
                adjoints.addNew(argument, context.algebra.strongMultiply(sensitivity, partial), context);
            }
        }
    }
}
