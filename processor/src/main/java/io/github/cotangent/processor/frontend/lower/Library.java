package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Lowers calls of {@code java.lang} and {@code java.util} that have no derivative of their own, or are written as a loop. */
final class Library {

    private final Code code;
    private final Expressions expressions;
    private final ArrayCopies copies;

    Library(Lowering lowering, Frame frame, Expressions expressions, Branches branches) {
        this.code = lowering.code();
        this.expressions = expressions;
        this.copies = new ArrayCopies(lowering, frame, expressions, branches);
    }

    /** A call that is known here. */
    interface Call {
        Optional<Value> lower(MethodInvocationTree tree, String name);
    }

    /** What a method is lowered to; empty if it is none of those known. */
    Optional<Call> find(ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.empty();
        }
        String owner =
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
        return switch (owner) {
            case "java.lang.Double", "java.lang.Float", "java.lang.Integer", "java.lang.Long" -> number(method);
            case "java.lang.System", "java.util.Arrays", "java.util.Objects" ->
                copies.find(method.getSimpleName().toString());
            default -> Optional.empty();
        };
    }

    private Optional<Call> number(ExecutableElement method) {
        Optional<Type> type = Scalars.of(method.getReturnType());
        List<Type> parameters = method.getParameters().stream()
                .flatMap(parameter -> Scalars.of(parameter.asType()).stream())
                .toList();
        return switch (method.getSimpleName().toString()) {
            case "isNaN" -> call(parameters, (arguments, name) -> isNaN(arguments.get(0), name));
            case "isFinite" ->
                call(parameters, (arguments, name) -> compareSize(arguments.get(0), Primitive.LESS, name));
            case "isInfinite" ->
                call(parameters, (arguments, name) -> compareSize(arguments.get(0), Primitive.EQUAL, name));
            case "sum" -> primitive(parameters, type.orElseThrow(), Primitive.ADD);
            case "max" -> primitive(parameters, type.orElseThrow(), Primitive.MAX);
            case "min" -> primitive(parameters, type.orElseThrow(), Primitive.MIN);
            case "compare" -> call(parameters, this::compare);
            default -> Optional.empty();
        };
    }

    private interface Result {
        Value of(List<Value> arguments, String name);
    }

    private Optional<Call> call(List<Type> parameters, Result result) {
        return Optional.of((tree, name) -> {
            List<? extends ExpressionTree> trees = tree.getArguments();
            List<Value> arguments = new ArrayList<>();
            for (int i = 0; i < parameters.size(); i++) {
                arguments.add(expressions.as(trees.get(i), parameters.get(i), ""));
            }
            return Optional.of(result.of(arguments, name));
        });
    }

    private Optional<Call> primitive(List<Type> parameters, Type type, Primitive primitive) {
        return call(
                parameters, (arguments, name) -> code.define(type, name, primitive, arguments.toArray(Value[]::new)));
    }

    private Value isNaN(Value x, String name) {
        return code.define(Type.BOOLEAN, name, Primitive.NOT_EQUAL, x, x);
    }

    /** {@code |x|} compared with infinity. */
    private Value compareSize(Value x, Primitive test, String name) {
        Value size = code.define(x.type(), "", Primitive.ABS, x);
        Value infinity = code.literal(Double.POSITIVE_INFINITY, x.type());
        return code.define(Type.BOOLEAN, name, test, size, infinity);
    }

    private Value compare(List<Value> arguments, String name) {
        Value a = arguments.get(0);
        Value b = arguments.get(1);
        if (a.type().isReal()) {
            return code.define(Type.INT, name, Primitive.COMPARE, a, b);
        }
        Value less = code.define(Type.BOOLEAN, "", Primitive.LESS, a, b);
        Value equal = code.define(Type.BOOLEAN, "", Primitive.EQUAL, a, b);
        Value zero = code.literal(0, Type.INT);
        Value one = code.literal(1, Type.INT);
        Value rest = code.define(Type.INT, "", Primitive.SELECT, equal, zero, one);
        return code.define(Type.INT, name, Primitive.SELECT, less, code.literal(-1, Type.INT), rest);
    }
}
