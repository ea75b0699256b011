package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Part;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.Throw;
import io.github.cotangent.processor.ir.Statement.While;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that a function is well formed: every value defined once and before its use, every type where it belongs. */
public final class Verifier {

    private final Function function;
    private final Set<Value> defined = new HashSet<>();
    private final Set<Value> visible = new HashSet<>();

    private Verifier(Function function) {
        this.function = function;
    }

    /**
     * Gives the function back if it is well formed.
     *
     * @throws IllegalStateException if it is not; the message names the fault and holds the function's text
     */
    public static Function verify(Function function) {
        new Verifier(function).region(function.body());
        return function;
    }

    private void region(Region region) {
        region.parameters().forEach(this::define);
        for (Statement statement : region.statements()) {
            statement.operands().forEach(operand -> check(visible.contains(operand), operand + " is not defined here"));
            types(statement);
            statement.regions().forEach(this::region);
            statement.results().forEach(this::define);
        }
        region.results().forEach(result -> check(visible.contains(result), "result " + result + " is not defined"));
        region.parameters().forEach(visible::remove);
        region.statements().forEach(statement -> statement.results().forEach(visible::remove));
    }

    private void define(Value value) {
        check(defined.add(value), value + " is defined twice");
        visible.add(value);
    }

    private void types(Statement statement) {
        if (statement instanceof Constant constant) {
            boolean isNamed = !constant.symbol().isEmpty();
            check(isNamed || !constant.result().type().isArray(), "a literal is a scalar");
        } else if (statement instanceof Let let) {
            let(let);
        } else if (statement instanceof Store store) {
            same(store.index().type(), Type.INT, "index");
            same(store.element().type(), store.array().type().element(), "stored element");
        } else if (statement instanceof Throw failure) {
            failure.arguments().forEach(this::argument);
        } else if (statement instanceof Part part) {
            same(part.arguments(), part.function().parameters(), "arguments of a part");
            check(part.function().results().isEmpty(), "a part with results");
        } else if (statement instanceof Call call) {
            sameTypes(
                    call.arguments(),
                    call.callee().parameters().stream()
                            .map(Callee.Parameter::type)
                            .toList(),
                    "arguments of " + call.callee());
            sameTypes(call.results(), call.callee().results().types(), "results of " + call.callee());
        } else if (statement instanceof If branch) {
            same(branch.condition().type(), Type.BOOLEAN, "condition");
            check(
                    branch.then().parameters().isEmpty()
                            && branch.otherwise().parameters().isEmpty(),
                    "branch parameters");
            same(branch.then().results(), branch.results(), "then");
            same(branch.otherwise().results(), branch.results(), "else");
        } else if (statement instanceof For loop) {
            check(loop.step() != 0 && loop.test().isComparison(), "loop header");
            boolean up = loop.test() == Primitive.LESS || loop.test() == Primitive.LESS_EQUAL;
            check(up == loop.step() > 0, "step " + loop.step() + " with " + loop.test());
            same(List.of(loop.from(), loop.to(), loop.index()), Type.INT);
            carried(loop.initial(), loop.carried(), loop.body(), loop.results());
        } else if (statement instanceof While loop) {
            same(loop.initial(), loop.condition().parameters(), "condition parameters");
            check(loop.condition().results().size() == 1, "one condition");
            same(loop.condition().results().get(0).type(), Type.BOOLEAN, "condition");
            carried(loop.initial(), loop.body().parameters(), loop.body(), loop.results());
        }
    }

    private void argument(Throw.Argument argument) {
        int values = argument.values().size();
        check(argument.isText() ? argument.text().size() == values + 1 : values == 1, "argument of an exception");
        argument.values().forEach(value -> check(!value.type().isArray(), "an array in an exception"));
    }

    private void carried(List<Value> initial, List<Value> parameters, Region body, List<Value> results) {
        same(initial, parameters, "initial");
        same(body.results(), parameters, "next");
        same(results, parameters, "loop results");
    }

    private void let(Let let) {
        Primitive primitive = let.primitive();
        Type result = let.result().type();
        Type first = let.argument(0).type();
        switch (primitive.form()) {
            case INFIX -> {
                check(let.arguments().size() == 2, primitive + " takes two");
                boolean shift = primitive.name().startsWith("SHIFT");
                check(shift || first.equals(let.argument(1).type()), primitive + " of two types");
                same(result, primitive.isComparison() ? Type.BOOLEAN : first, primitive.toString());
            }
            case PREFIX -> same(result, first, primitive.toString());
            case CAST -> check(!result.isArray() && !first.isArray(), "cast of an array");
            case SELECT -> {
                same(first, Type.BOOLEAN, "select condition");
                same(List.of(let.argument(1), let.argument(2)), result);
            }
            case ALIAS -> same(let.arguments(), result);
            case NEW_ARRAY -> {
                let.arguments().forEach(length -> same(length.type(), Type.INT, "array length"));
                check(let.arguments().size() <= result.rank(), "new array of type " + result);
            }
            case LENGTH -> {
                check(first.isArray(), "length of " + first);
                same(result, Type.INT, "length");
            }
            case LOAD -> {
                same(let.argument(1).type(), Type.INT, "index");
                same(result, first.element(), "loaded element");
            }
            case CLONE -> {
                check(first.isArray(), "clone of " + first);
                same(result, first, "clone");
            }
            case METHOD -> check(first.isObject(), primitive + " of " + first);
            case STATIC -> check(primitive != Primitive.GROW || result.equals(first), "grown array");
        }
    }

    private void sameTypes(List<Value> actual, List<Type> expected, String what) {
        List<Type> types = actual.stream().map(Value::type).toList();
        check(types.equals(expected), what + " have types " + types + ", not " + expected);
    }

    private void same(List<Value> actual, Type expected) {
        actual.forEach(value -> same(value.type(), expected, value.toString()));
    }

    private void same(List<Value> actual, List<Value> expected, String what) {
        check(actual.size() == expected.size(), what + ": " + actual.size() + " values for " + expected.size());
        for (int i = 0; i < actual.size(); i++) {
            same(actual.get(i).type(), expected.get(i).type(), what);
        }
    }

    private void same(Type actual, Type expected, String what) {
        check(actual.equals(expected), what + " has type " + actual + ", not " + expected);
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalStateException(fault + " in\n" + Printer.print(function));
        }
    }
}
