package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Callee.Methods;
import io.github.cotangent.processor.ir.Callee.OfReverse;
import io.github.cotangent.processor.ir.Callee.Partials;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.rules.Algebra;
import java.util.ArrayList;
import java.util.List;

/** The tangents of what a call results in, or writes to. */
final class CallTangents {

    private final Beside tangents;
    private final Algebra algebra;
    private final Builder builder;

    CallTangents(Beside tangents, Algebra algebra, Builder builder) {
        this.tangents = tangents;
        this.algebra = algebra;
        this.builder = builder;
    }

    /** Writes the call and its derivative. */
    void of(Call call) {
        Callee.Derivative derivative = call.callee().derivative();
        if (derivative instanceof Methods methods && methods.forward().isPresent()) {
            forward(call, methods.forward().get());
        } else if (derivative instanceof Partials partials) {
            builder.append(call);
            partials(call, partials);
        } else if (derivative instanceof OfReverse reverse && reverse.forward().isPresent()) {
            forward(call, reverse.forward().get());
        } else if (derivative instanceof OfReverse reverse) {
            builder.append(call);
            reverse(call, reverse);
        } else {
            throw new IllegalStateException("no forward derivative of " + call.callee());
        }
    }

    private void forward(Call call, Callee jvp) {
        List<Value> arguments = new ArrayList<>(call.arguments());
        call.varyingInputs().forEach(argument -> pass(tangent(argument), jvp, arguments));
        call.updated().forEach(array -> arguments.add(tangent(array)));
        int results = jvp.results().types().size();
        if (results > call.results().size()) {
            withTangents(call, jvp, arguments);
        } else if (results == call.results().size()) {
            builder.append(new Call(call.results(), jvp, arguments, call.position()));
        } else {
            Value result = call.results().get(0);
            builder.append(call);
            arguments.add(builder.zeros(tangents.create(result), result));
            builder.call(jvp, arguments);
        }
    }

    /** Adds an argument: what belongs to a {@code float} of a record is a {@code float}, too. */
    private void pass(Value tangent, Callee callee, List<Value> arguments) {
        Type type = callee.parameters().get(arguments.size()).type();
        arguments.add(type.isArray() ? tangent : builder.cast(tangent, type));
    }

    /** A derivative returns a number as a {@code double}, whatever it was, and the tangent of a record as such a record. */
    private void withTangents(Call call, Callee jvp, List<Value> arguments) {
        List<Value> wanted = new ArrayList<>(call.results());
        call.results().stream()
                .filter(result -> result.type().isReal())
                .forEach(result -> wanted.add(tangents.create(result)));
        List<Value> returned = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Type type = jvp.results().types().get(i);
            returned.add(wanted.get(i).type().equals(type) ? wanted.get(i) : Value.unnamed(type));
        }
        builder.append(new Call(returned, jvp, arguments, call.position()));
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i) != returned.get(i)) {
                builder.define(wanted.get(i), Primitive.CAST, returned.get(i));
            }
        }
    }

    private void partials(Call call, Partials partials) {
        Value sum = null;
        for (int i = 0; i < call.arguments().size(); i++) {
            Value tangent = tangents.known(call.arguments().get(i));
            if (tangent != null && call.callee().parameters().get(i).varies()) {
                Value product = algebra.strongMultiply(tangent, partial(call.arguments(), partials, i, algebra));
                sum = sum == null ? product : algebra.add(sum, product);
            }
        }
        Value result = call.results().get(0);
        Value tangent = sum == null ? algebra.number(0) : sum;
        tangents.put(result, algebra.name(tangent, tangents.newCompanion(result).name()));
    }

    /** The partial derivative by one parameter, as a double. */
    static Value partial(List<Value> arguments, Partials partials, int parameter, Algebra algebra) {
        Callee partial = partials.ofParameters()
                .get(parameter)
                .orElseThrow(() -> new IllegalStateException("no derivative by parameter " + parameter));
        return algebra.real(algebra.builder().call(partial, arguments).get(0));
    }

    /**
     * What a reverse derivative adds to adjoints is {@code seed * gradient}. Its derivative along a direction {@code v} is
     * {@code seedDot * gradient + seed * (Hessian * v)}.
     */
    private void reverse(Call call, OfReverse reverse) {
        List<Value> buffers = call.written();
        int primals = call.arguments().size() - buffers.size() - 1;
        List<Value> arguments = call.arguments().subList(0, primals);
        Value seed = call.arguments().get(primals);
        List<Value> varying = call.varying().subList(0, call.varying().size() - buffers.size() - 1);
        List<Value> targets = buffers.stream().map(this::tangent).toList();
        List<Value> scalars = new ArrayList<>();
        if (tangents.known(seed) != null) {
            List<Value> all = new ArrayList<>(arguments);
            all.add(tangents.known(seed));
            all.addAll(targets);
            builder.call(call.callee(), all).forEach(scalar -> scalars.add(algebra.real(scalar)));
        }
        if (varying.stream().anyMatch(argument -> tangents.known(argument) != null)) {
            Callee hvp = reverse.hessianProduct()
                    .orElseThrow(() -> new IllegalStateException("no second derivative of " + call.callee()));
            List<Value> all = new ArrayList<>(arguments);
            varying.forEach(argument -> pass(tangent(argument), hvp, all));
            add(seed, builder.call(hvp, all), scalars, targets);
        }
        for (int i = 0; i < scalars.size(); i++) {
            tangents.put(call.results().get(i), scalars.get(i));
        }
    }

    /** Adds {@code seed} times each part of a product to where it belongs. */
    private void add(Value seed, List<Value> parts, List<Value> scalars, List<Value> arrays) {
        boolean isFirst = scalars.isEmpty();
        int scalar = 0;
        int array = 0;
        for (Value part : parts) {
            if (part.type().isArray()) {
                addAll(arrays.get(array++), seed, part, builder);
            } else {
                Value term = algebra.strongMultiply(seed, algebra.real(part));
                if (isFirst) {
                    scalars.add(term);
                } else {
                    scalars.set(scalar, algebra.add(scalars.get(scalar), term));
                }
                scalar++;
            }
        }
    }

    /** {@code target[i] += factor * source[i]} for all i. */
    private static void addAll(Value target, Value factor, Value source, Builder builder) {
        builder.each(builder.length(source), (body, i) -> {
            Value sum = body.load(target, i);
            Value part = body.load(source, i);
            if (target.type().rank() > 1) {
                addAll(sum, factor, part, body);
            } else {
                body.store(target, i, body.add(sum, body.apply(Primitive.STRONG_TIMES, factor, part)));
            }
        });
    }

    private Value tangent(Value value) {
        return tangents.companion(value, builder);
    }
}
