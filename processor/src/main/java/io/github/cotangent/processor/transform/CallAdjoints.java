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
import java.util.Iterator;
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

    CallAdjoints(Activity activity, Availability primal, Adjoints adjoints, Snapshots snapshots) {
        this.activity = activity;
        this.primal = primal;
        this.adjoints = adjoints;
        this.snapshots = snapshots;
    }

    void reverse(Call call, Context context) {
        Callee.Derivative derivative = call.callee().derivative();
        List<Value> seeds = seeds(call, context);
        if (seeds.isEmpty()) {
            return;
        }
        if (derivative instanceof Methods methods && methods.reverse().isPresent()) {
            method(call, methods.reverse().get(), seeds, context);
        } else if (derivative instanceof Partials partials) {
            partials(call, partials, seeds.get(0), context);
        } else {
            throw new IllegalStateException("no reverse derivative of " + call.callee());
        }
    }

    /** The adjoints of what comes of a call: of its result, if there is any, or of the arrays that it writes to. */
    private List<Value> seeds(Call call, Context context) {
        if (call.results().isEmpty()) {
            return call.written().stream()
                    .map(output -> primal.shadow(output, context))
                    .toList();
        }
        Value result = call.results().get(0);
        if (!result.type().isArray()) {
            return Optional.ofNullable(context.adjoints.remove(result)).stream().toList();
        }
        return primal.hasShadow(result, context) ? List.of(primal.shadow(result, context)) : List.of();
    }

    private List<Value> arguments(Call call, Context context) {
        return call.arguments().stream()
                .map(argument -> primal.get(argument, context))
                .toList();
    }

    private void method(Call call, Callee vjp, List<Value> seeds, Context context) {
        Builder builder = context.builder;
        List<Value> all = new ArrayList<>(withScratch(call, seeds, context));
        all.addAll(seeds);
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
        clear(call, seeds, builder);
        apart.forEach((buffer, shadow) -> ReverseSweep.addAll(shadow, buffer, builder));
        for (int i = 0; i < scalars.size(); i++) {
            adjoints.add(scalars.get(i), results.get(i), context);
        }
    }

    /** The arguments, but for arrays that are written to others that hold what those held before. */
    private List<Value> withScratch(Call call, List<Value> seeds, Context context) {
        List<Value> arguments = new ArrayList<>();
        Iterator<Value> shapes = seeds.iterator();
        for (int i = 0; i < call.arguments().size(); i++) {
            Value argument = call.arguments().get(i);
            if (!call.callee().parameters().get(i).isWritten()) {
                arguments.add(primal.get(argument, context));
                continue;
            }
            Value scratch = Value.unnamed(argument.type());
            Value shape = shapes.next();
            arguments.add(snapshots
                    .before(call, argument)
                    .map(start -> context.builder.copy(scratch, primal.get(start, context)))
                    .orElseGet(() -> context.builder.zeros(scratch, shape)));
        }
        return arguments;
    }

    /** What was written does not depend on what it has replaced. */
    private void clear(Call call, List<Value> seeds, Builder builder) {
        List<Value> outputs = call.written();
        for (int i = 0; i < outputs.size(); i++) {
            if (snapshots.before(call, outputs.get(i)).isPresent()) {
                clear(seeds.get(i), builder);
            }
        }
    }

    private static void clear(Value array, Builder builder) {
        builder.each(builder.length(array), (body, i) -> {
            if (array.type().rank() > 1) {
                clear(body.load(array, i), body);
            } else {
                body.store(array, i, body.constant(0.0));
            }
        });
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
