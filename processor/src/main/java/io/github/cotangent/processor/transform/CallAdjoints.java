package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Overwrites;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Callee.Methods;
import io.github.cotangent.processor.ir.Callee.Partials;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries the adjoint of what a call results in back to its arguments. */
final class CallAdjoints {

    private final Activity activity;
    private final Availability primal;
    private final Adjoints adjoints;
    private final Snapshots snapshots;
    private final Overwrites overwrites;
    private final boolean isRepeatable;

    /** @param isRepeatable whether the reverse sweep may be run again after the same forward sweep */
    CallAdjoints(
            Activity activity,
            Availability primal,
            Adjoints adjoints,
            Snapshots snapshots,
            Overwrites overwrites,
            boolean isRepeatable) {
        this.activity = activity;
        this.primal = primal;
        this.adjoints = adjoints;
        this.snapshots = snapshots;
        this.overwrites = overwrites;
        this.isRepeatable = isRepeatable;
    }

    void reverse(Call call, Context context) {
        Callee.Derivative derivative = call.callee().derivative();
        Map<Value, Value> sensitivities = new HashMap<>();
        call.results().forEach(result -> adjoint(result, context).ifPresent(own -> sensitivities.put(result, own)));
        if (sensitivities.isEmpty() && call.updated().isEmpty()) {
            return;
        }
        if (derivative instanceof Methods methods && methods.reverse().isPresent()) {
            method(call, methods.reverse().get(), sensitivities, context);
        } else if (derivative instanceof Partials partials) {
            partials(call, partials, sensitivities.get(call.results().get(0)), context);
        } else {
            throw new IllegalStateException("no reverse derivative of " + call.callee());
        }
    }

    /** The adjoint of a call's result; empty if it is zero. */
    private Optional<Value> adjoint(Value result, Context context) {
        if (!result.type().isArray()) {
            return Optional.ofNullable(context.adjoints.remove(result));
        }
        return primal.hasShadow(result, context) ? Optional.of(primal.shadow(result, context)) : Optional.empty();
    }

    private Value zero(Value result, Context context) {
        return result.type().isArray() ? zeros(primal.get(result, context), context) : context.algebra.number(0);
    }

    private List<Value> arguments(Call call, Context context) {
        return call.arguments().stream()
                .map(argument -> primal.get(argument, context))
                .toList();
    }

    private void method(Call call, Callee vjp, Map<Value, Value> sensitivities, Context context) {
        Builder builder = context.builder;
        List<Value> all = new ArrayList<>(withScratch(call, context));
        call.results().stream().filter(result -> result.type().isReal()).forEach(result -> {
            Value known = sensitivities.get(result);
            Value seed = known == null ? zero(result, context) : known;
            Type type = vjp.parameters().get(all.size()).type();
            all.add(type.isArray() ? seed : builder.cast(seed, type));
        });
        Map<Value, Value> apart = new LinkedHashMap<>();
        List<Value> scalars = new ArrayList<>();
        List<Value> arrays = new ArrayList<>();
        for (Value argument : call.varyingInputs()) {
            if (argument.type().isArray()) {
                all.add(buffer(argument, arrays, apart, context));
                arrays.add(argument);
            } else {
                scalars.add(argument);
            }
        }
        call.updated()
                .forEach(array ->
                        all.add(ofUpdated(array, all.get(call.arguments().indexOf(array)), context)));
        List<Value> results = new ArrayList<>();
        for (int i = 0; i < scalars.size(); i++) {
            results.add(Value.named(vjp.results().types().get(i), nameFor(scalars.get(i), scalars, context)));
        }
        builder.append(new Call(results, vjp, all, call.position()));
        apart.forEach((buffer, shadow) -> ReverseSweep.addAll(shadow, buffer, builder));
        for (int i = 0; i < scalars.size(); i++) {
            adjoints.add(scalars.get(i), builder.cast(results.get(i), Type.DOUBLE), context);
        }
    }

    /** The arguments, but for arrays that are written to others that hold what those held before, and may be written to. */
    private List<Value> withScratch(Call call, Context context) {
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Value argument = call.arguments().get(i);
            if (!call.callee().parameters().get(i).isWritten()) {
                arguments.add(primal.get(argument, context));
                continue;
            }
            Value scratch = Value.unnamed(argument.type());
            arguments.add(snapshots
                    .before(call, argument)
                    .map(start -> primal.get(start, context))
                    .map(start -> isRepeatable ? context.builder.copy(scratch, start) : start)
                    .orElseGet(() -> context.builder.zeros(scratch, primal.shadow(argument, context))));
        }
        return arguments;
    }

    /** The adjoint of an array that a call writes to, to be changed in place; nobody asks for it where there is none. */
    private Value ofUpdated(Value array, Value scratch, Context context) {
        return activity.isActive(array) ? primal.shadow(array, context) : zeros(scratch, context);
    }

    private String nameFor(Value argument, List<Value> scalars, Context context) {
        boolean isOnce = scalars.indexOf(argument) == scalars.lastIndexOf(argument);
        return isOnce && adjoints.isFirst(argument, context) ? Availability.barOf(argument) : "";
    }

    /**
     * Where the adjoint of an array goes: to its shadow; but no two buffers may be one, nor two rows of a buffer, and what does
     * not vary has no shadow.
     *
     * @param taken the arrays that have their buffers
     */
    private Value buffer(Value argument, List<Value> taken, Map<Value, Value> apart, Context context) {
        if (!activity.isActive(argument)) {
            return zeros(primal.get(argument, context), context);
        }
        Value shadow = primal.shadow(argument, context);
        if (taken.stream().noneMatch(array -> primal.mayShare(array, argument)) && overwrites.hasOwnRows(argument)) {
            return shadow;
        }
        Value buffer = zeros(shadow, context);
        apart.put(buffer, shadow);
        return buffer;
    }

    private static Value zeros(Value like, Context context) {
        return context.builder.zeros(Value.unnamed(like.type().derivative()), like);
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
