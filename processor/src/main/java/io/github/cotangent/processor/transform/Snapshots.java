package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Overwrites;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes a copy to a call that reads an array which is written to afterwards: the reverse of the call needs the elements as
 * they were.
 */
final class Snapshots {

    private final Activity activity;
    private final Overwrites overwrites;

    private Snapshots(Activity activity, Overwrites overwrites) {
        this.activity = activity;
        this.overwrites = overwrites;
    }

    static Function take(Function function, List<Value> withRespectTo) {
        Aliases aliases = Aliases.of(function);
        Activity activity = Activity.of(function, aliases, withRespectTo);
        Overwrites overwrites = Overwrites.of(function, aliases, Frames.of(function));
        return new Function(function.name(), new Snapshots(activity, overwrites).region(function.body()));
    }

    private Region region(Region region) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : region.statements()) {
            if (statement instanceof Call call && activity.isActive(call)) {
                call(call, statements);
            } else {
                statements.add(within(statement));
            }
        }
        return new Region(region.parameters(), statements, region.results());
    }

    private Statement within(Statement statement) {
        if (statement instanceof If branch) {
            return new If(
                    branch.condition(),
                    region(branch.then()),
                    region(branch.otherwise()),
                    branch.results(),
                    branch.position());
        }
        if (statement instanceof For loop) {
            return new For(
                    loop.from(),
                    loop.test(),
                    loop.to(),
                    loop.step(),
                    loop.initial(),
                    region(loop.body()),
                    loop.results(),
                    loop.position());
        }
        return statement instanceof While loop
                ? new While(loop.initial(), loop.condition(), region(loop.body()), loop.results(), loop.position())
                : statement;
    }

    private void call(Call call, List<Statement> out) {
        List<Value> arguments = new ArrayList<>();
        for (Value argument : call.arguments()) {
            if (argument.type().isArray() && !overwrites.isStable(argument, call)) {
                Value copy = argument.fresh();
                out.add(new Let(copy, Primitive.CLONE, List.of(argument), call.position()));
                arguments.add(copy);
            } else {
                arguments.add(argument);
            }
        }
        out.add(new Call(call.results(), call.callee(), arguments, call.position()));
    }
}
