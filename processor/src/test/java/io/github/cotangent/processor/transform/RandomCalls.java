package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.diagnostics.Position;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.RandomFunctions;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random functions, in which calls have taken the places of some operations. */
final class RandomCalls {

    private final RandomGenerator random;
    private final boolean vectors;

    private RandomCalls(RandomGenerator random, boolean vectors) {
        this.random = random;
        this.vectors = vectors;
    }

    /**
     * A function for each seed.
     *
     * @param vectors whether there are calls that return arrays
     */
    static Function of(long seed, int size, boolean vectors) {
        Function plain = RandomFunctions.of(seed, size);
        RandomCalls calls = new RandomCalls(new SplittableRandom(seed), vectors);
        return Verifier.verify(new Function(plain.name(), calls.region(plain.body())));
    }

    private Region region(Region region) {
        List<Statement> statements = new ArrayList<>();
        region.statements().forEach(statement -> statement(statement, statements));
        return new Region(region.parameters(), statements, region.results());
    }

    private void statement(Statement statement, List<Statement> out) {
        if (statement instanceof Let let && random.nextInt(3) == 0) {
            let(let, out);
        } else {
            out.add(statement.withBodies(this::region));
        }
    }

    private void let(Let let, List<Statement> out) {
        Type result = let.result().type();
        Value first = let.argument(0);
        boolean isOfArray = first.type().equals(Type.DOUBLES);
        if (result.equals(Type.DOUBLE) && isOfArray && let.primitive() == Primitive.LOAD) {
            out.add(call(let, CalledMethods.SUM, first, number(out)));
        } else if (result.equals(Type.DOUBLES) && isOfArray && let.primitive() == Primitive.CLONE && vectors) {
            if (random.nextBoolean()) {
                out.add(call(let, CalledMethods.VECTOR, first, number(out)));
            } else {
                written(let, number(out), out);
            }
        } else if (result.equals(Type.DOUBLE)
                && let.arguments().stream().allMatch(each -> each.type().equals(Type.DOUBLE))) {
            Value second = let.arguments().size() > 1 ? let.argument(1) : number(out);
            out.add(call(let, random.nextBoolean() ? CalledMethods.PAIR : CalledMethods.RULED, first, second));
        } else {
            out.add(let);
        }
    }

    /** The array is made, with something in it or not, and the method writes to it. */
    private void written(Let let, Value number, List<Statement> out) {
        Builder builder = new Builder().at(let.position());
        Value first = let.argument(0);
        Value length = builder.length(first);
        builder.define(let.result(), Primitive.NEW_ARRAY, length);
        if (random.nextBoolean()) {
            Builder body = builder.nested();
            Value index = Value.named(Type.INT, "i");
            body.store(let.result(), index, number);
            builder.loop(builder.constant(0), length, List.of(), body.region(List.of(index), List.of()));
        }
        out.addAll(builder.statements());
        out.add(new Call(List.of(), CalledMethods.WRITER, List.of(first, number, let.result()), let.position()));
    }

    private static Call call(Let let, Callee callee, Value... arguments) {
        return new Call(List.of(let.result()), callee, List.of(arguments), let.position());
    }

    private Value number(List<Statement> out) {
        Value number = Value.unnamed(Type.DOUBLE);
        out.add(new Constant(number, random.nextInt(-3, 4) * 0.5, "", Position.NONE));
        return number;
    }
}
