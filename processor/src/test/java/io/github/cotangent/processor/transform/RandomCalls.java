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
    private final boolean firstOrder;

    private RandomCalls(RandomGenerator random, boolean firstOrder) {
        this.random = random;
        this.firstOrder = firstOrder;
    }

    /**
     * A function for each seed.
     *
     * @param firstOrder whether there may be calls that have first derivatives only
     */
    static Function of(long seed, int size, boolean firstOrder) {
        Function plain = RandomFunctions.of(seed, size);
        RandomCalls calls = new RandomCalls(new SplittableRandom(seed), firstOrder);
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
            if (random.nextBoolean()) {
                changed(let, number(out), out);
            } else {
                out.add(call(let, CalledMethods.SUM, first, number(out)));
            }
        } else if (result.equals(Type.DOUBLES) && isOfArray && let.primitive() == Primitive.CLONE) {
            if (random.nextBoolean()) {
                boolean once = firstOrder && random.nextBoolean();
                out.add(call(let, once ? CalledMethods.VECTOR : CalledMethods.ROTATED, first, number(out)));
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

    /** The method changes a copy of the array, twice; then an element is loaded. */
    private void changed(Let let, Value number, List<Statement> out) {
        Builder builder = new Builder().at(let.position());
        Value copy = builder.define(Value.named(Type.DOUBLES, "copy"), Primitive.CLONE, let.argument(0));
        Value sum = builder.call(CalledMethods.MIXER, List.of(copy, number)).get(0);
        Value again = builder.call(CalledMethods.MIXER, List.of(copy, sum)).get(0);
        builder.define(let.result(), Primitive.ADD, again, builder.load(copy, let.argument(1)));
        out.addAll(builder.statements());
    }

    /** The array is made, with something in it or not, and the method writes to it. */
    private void written(Let let, Value number, List<Statement> out) {
        Builder builder = new Builder().at(let.position());
        Value first = let.argument(0);
        Value length = builder.length(first);
        boolean isCopy = random.nextInt(3) == 0;
        if (isCopy) {
            builder.define(let.result(), Primitive.CLONE, first);
        } else {
            builder.define(let.result(), Primitive.NEW_ARRAY, length);
        }
        if (!isCopy && random.nextBoolean()) {
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
