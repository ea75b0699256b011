package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.source.SourceFile.Declared;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Lowers calls: those of Math to primitives, those of the same file to the body of the method called. */
final class Calls {

    private final Lowering lowering;
    private final Frame frame;
    private final Code code;
    private final Expressions expressions;

    Calls(Lowering lowering, Frame frame, Expressions expressions) {
        this.lowering = lowering;
        this.frame = frame;
        this.code = lowering.code();
        this.expressions = expressions;
    }

    /** The result of a call, empty where there is none, or the call is not supported, which is reported. */
    Optional<Value> lower(MethodInvocationTree tree, String name) {
        if (isArrayClone(tree)) {
            return clone(tree, name);
        }
        Optional<Element> element = frame.attribution().element(tree);
        if (element.isEmpty()) {
            if (frame.attribution().unresolved().isEmpty()) {
                lowering.report(tree, Message.UncallableMethod, tree.getMethodSelect());
            }
            return Optional.empty();
        }
        ExecutableElement method = (ExecutableElement) element.get();
        String owner =
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
        return switch (owner) {
            case "java.lang.Math", "java.lang.StrictMath" -> math(tree, method, owner, name);
            case "io.github.cotangent.Differentiation" ->
                Optional.of(primitive(tree, method, Primitive.STOP_GRADIENT, name));
            case "java.lang.Double", "java.lang.Float" -> kindOfNumber(tree, method, name);
            default -> inlined(tree, method, name);
        };
    }

    /** {@code Double.isNaN(x)} and its like, by comparisons. */
    private Optional<Value> kindOfNumber(MethodInvocationTree tree, ExecutableElement method, String name) {
        String called = method.getSimpleName().toString();
        boolean isKnown = List.of("isNaN", "isFinite", "isInfinite").contains(called)
                && method.getModifiers().contains(Modifier.STATIC);
        if (!isKnown) {
            return inlined(tree, method, name);
        }
        Value x = arguments(tree, method).get(0);
        if (called.equals("isNaN")) {
            return Optional.of(code.define(Type.BOOLEAN, name, Primitive.NOT_EQUAL, x, x));
        }
        Value size = code.define(x.type(), "", Primitive.ABS, x);
        Value infinity = code.literal(Double.POSITIVE_INFINITY, x.type());
        Primitive test = called.equals("isFinite") ? Primitive.LESS : Primitive.EQUAL;
        return Optional.of(code.define(Type.BOOLEAN, name, test, size, infinity));
    }

    private boolean isArrayClone(MethodInvocationTree tree) {
        return frame.attribution().element(tree).isEmpty()
                && tree.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("clone")
                && expressions
                        .type(select.getExpression())
                        .filter(Type::isArray)
                        .isPresent();
    }

    private Optional<Value> clone(MethodInvocationTree tree, String name) {
        Value array = expressions.value(((MemberSelectTree) tree.getMethodSelect()).getExpression(), "");
        return Optional.of(code.define(array.type(), name, Primitive.CLONE, array));
    }

    private Optional<Value> math(MethodInvocationTree tree, ExecutableElement method, String owner, String name) {
        String called = method.getSimpleName().toString();
        if (called.equals("random")) {
            lowering.report(tree, Message.RandomNumber);
            return Optional.empty();
        }
        Optional<Primitive> primitive =
                owner.endsWith("StrictMath") ? Primitive.ofStrictMath(called) : Primitive.ofMath(called);
        if (primitive.isEmpty()) {
            lowering.report(tree, Message.UnknownMathMethod, owner + "." + called);
        }
        return primitive.map(known -> primitive(tree, method, known, name));
    }

    private Value primitive(MethodInvocationTree tree, ExecutableElement method, Primitive primitive, String name) {
        Type type = Scalars.of(method.getReturnType()).orElseThrow();
        return code.define(type, name, primitive, arguments(tree, method).toArray(Value[]::new));
    }

    private List<Value> arguments(MethodInvocationTree tree, ExecutableElement method) {
        List<Value> arguments = new ArrayList<>();
        List<? extends VariableElement> parameters = method.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            ExpressionTree argument = tree.getArguments().get(i);
            Optional<Type> type = Scalars.of(parameters.get(i).asType());
            if (type.isPresent()) {
                arguments.add(expressions.as(argument, type.get(), ""));
            } else {
                lowering.report(
                        argument, Message.UnsupportedType, parameters.get(i).asType());
                arguments.add(code.placeholder(Type.DOUBLE));
            }
        }
        return arguments;
    }

    private Optional<Value> inlined(MethodInvocationTree tree, ExecutableElement method, String name) {
        Optional<Message> refusal = refusal(method);
        if (refusal.isPresent()) {
            lowering.report(tree, refusal.get(), method.getSimpleName());
            return Optional.empty();
        }
        Declared<MethodTree> declared = lowering.file().method(method).orElseThrow();
        List<Value> arguments = arguments(tree, method);
        if (!lowering.mayInline()) {
            lowering.reportLimit(tree);
            return Optional.of(
                    code.placeholder(Scalars.of(method.getReturnType()).orElse(Type.DOUBLE)));
        }
        List<Value> results = lowering.keepingPosition(() -> lowering.inline(method, declared, arguments, name));
        return results.stream().findFirst();
    }

    private Optional<Message> refusal(ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of(Message.InstanceMember);
        }
        if (!lowering.file().declares(method)) {
            return Optional.of(Message.CallElsewhere);
        }
        if (method.isVarArgs()
                || !method.getTypeParameters().isEmpty()
                || lowering.file().method(method).isEmpty()) {
            return Optional.of(Message.UncallableMethod);
        }
        return lowering.isActive(method) ? Optional.of(Message.RecursiveCall) : Optional.empty();
    }
}
