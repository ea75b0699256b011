package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.source.SourceFile.Declared;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement.Call;
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
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Lowers calls: those of Math to primitives, those of the same file to the body of the method called. */
final class Calls {

    /** The remedy for a method of a record whose code is elsewhere. */
    static final String MOVE_HERE = "move it to this file";

    private final Lowering lowering;
    private final Frame frame;
    private final Code code;
    private final Expressions expressions;
    private final Library library;

    Calls(Lowering lowering, Frame frame, Expressions expressions, Branches branches) {
        this.lowering = lowering;
        this.frame = frame;
        this.code = lowering.code();
        this.expressions = expressions;
        this.library = new Library(lowering, frame, expressions, branches);
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
        Optional<Callees.Choice> rule = lowering.callees().rule(method);
        if (rule.isPresent()) {
            return called(tree, method, rule.get(), name);
        }
        String owner =
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
        return switch (owner) {
            case "java.lang.Math", "java.lang.StrictMath" -> math(tree, method, owner, name);
            case "io.github.cotangent.Differentiation" ->
                Optional.of(primitive(tree, method, Primitive.STOP_GRADIENT, name));
            case "java.lang.String", "java.lang.Enum" -> ofObject(tree, method, name);
            default ->
                Records.isMember(method)
                        ? expressions.records().call(tree, method, name)
                        : library.find(method)
                                .map(call -> call.lower(tree, name))
                                .orElseGet(() -> called(tree, method, name));
        };
    }

    /** {@code a.equals(b)} of text and enums, and {@code ordinal()}. */
    private Optional<Value> ofObject(MethodInvocationTree tree, ExecutableElement method, String name) {
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return called(tree, method, name);
        }
        Optional<Value> object = expressions
                .records()
                .receiver(tree.getMethodSelect())
                .filter(value -> value.type().isObject());
        if (object.isPresent() && method.getSimpleName().contentEquals("ordinal")) {
            return Optional.of(code.define(Type.INT, name, Primitive.ORDINAL, object.get()));
        }
        if (object.isEmpty() || !method.getSimpleName().contentEquals("equals")) {
            lowering.report(tree, Message.InstanceMember, method.getSimpleName());
            return Optional.empty();
        }
        ExpressionTree other = tree.getArguments().get(0);
        if (expressions.type(other).filter(Type::isObject).isEmpty()) {
            lowering.report(other, Message.UnsupportedSyntax);
            return Optional.empty();
        }
        Value argument = expressions.value(other, "");
        return Optional.of(code.define(Type.BOOLEAN, name, Primitive.EQUALS, object.get(), argument));
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
        int last = parameters.size() - 1;
        for (int i = 0; i < parameters.size(); i++) {
            if (i == last && isSpread(tree, method)) {
                arguments.add(spread(tree, last, parameters.get(last)));
                break;
            }
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

    /** Whether the last parameter takes a variable number of arguments, and not an array of them. */
    private boolean isSpread(MethodInvocationTree tree, ExecutableElement method) {
        int last = method.getParameters().size() - 1;
        return method.isVarArgs()
                && (tree.getArguments().size() != last + 1
                        || !frame.attribution()
                                .type(tree.getArguments().get(last))
                                .filter(ArrayType.class::isInstance)
                                .isPresent());
    }

    private Value spread(MethodInvocationTree tree, int first, VariableElement parameter) {
        Optional<Type> type = Scalars.of(parameter.asType());
        if (type.isEmpty()) {
            lowering.report(tree, Message.UnsupportedType, parameter.asType());
            return code.placeholder(Type.DOUBLES);
        }
        List<? extends ExpressionTree> arguments = tree.getArguments();
        return expressions.newArray(
                type.get(),
                arguments.subList(first, arguments.size()),
                parameter.getSimpleName().toString());
    }

    private Optional<Value> called(MethodInvocationTree tree, ExecutableElement method, String name) {
        if (isOfStream(method.getEnclosingElement().asType()) || isOfStream(method.getReturnType())) {
            lowering.report(tree, Message.Stream, method.getSimpleName());
            return Optional.empty();
        }
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            lowering.report(tree, Message.InstanceMember, method.getSimpleName());
            return Optional.empty();
        }
        return called(tree, method, lowering.callees().of(method), name);
    }

    private Optional<Value> called(
            MethodInvocationTree tree, ExecutableElement method, Callees.Choice choice, String name) {
        if (choice instanceof Callees.Called called) {
            return call(tree, method, called.callee(), name);
        }
        if (choice instanceof Callees.Refused refused) {
            lowering.report(tree, refused.message(), refused.arguments().toArray());
            return Optional.empty();
        }
        return inlined(tree, method, Optional.empty(), name);
    }

    private Optional<Value> call(MethodInvocationTree tree, ExecutableElement method, Callee callee, String name) {
        List<Value> result = Scalars.of(method.getReturnType()).map(type -> Code.value(type, name)).stream()
                .toList();
        List<Value> declared = arguments(tree, method);
        List<Value> arguments = Value.flat(declared);
        Lowering.Site site = new Lowering.Site(method, tree, places(tree, declared));
        for (int i = 0; i < arguments.size(); i++) {
            if (callee.parameters().get(i).isWritten()) {
                lowering.filled(arguments.get(i), site.arguments().get(i));
            }
        }
        lowering.call(
                new Call(Value.flat(result), callee, arguments, code.builder().position()), site);
        return result.stream().findFirst();
    }

    /** Where arguments stand whose records are taken apart; those of a variable number in the call as a whole. */
    private static List<Tree> places(MethodInvocationTree tree, List<Value> declared) {
        List<Tree> places = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            Tree place = i < tree.getArguments().size() ? tree.getArguments().get(i) : tree;
            Value.flat(List.of(declared.get(i))).forEach(part -> places.add(place));
        }
        return places;
    }

    /** The result of a method with code in this file, called on a record if it is an instance method of one. */
    Optional<Value> inlined(
            MethodInvocationTree tree, ExecutableElement method, Optional<Value> receiver, String name) {
        Optional<Message> refusal = refusal(method);
        if (refusal.isPresent()) {
            lowering.report(tree, refusal.get(), method.getSimpleName(), MOVE_HERE);
            return Optional.empty();
        }
        Declared<MethodTree> declared = lowering.file().method(method).orElseThrow();
        List<Value> arguments = arguments(tree, method);
        if (!lowering.mayInline()) {
            lowering.reportLimit(tree);
            return Optional.of(
                    code.placeholder(Scalars.of(method.getReturnType()).orElse(Type.DOUBLE)));
        }
        Lowering.Inlined inlined =
                lowering.keepingPosition(() -> lowering.inline(method, declared, receiver, arguments, name));
        if (inlined.hasThrown()) {
            frame.thrown();
        }
        return inlined.result();
    }

    private Optional<Message> refusal(ExecutableElement method) {
        if (!lowering.file().declares(method)) {
            return Optional.of(Message.CallElsewhere);
        }
        if (!method.getTypeParameters().isEmpty()
                || lowering.file().method(method).isEmpty()) {
            return Optional.of(Message.UncallableMethod);
        }
        return lowering.isActive(method) ? Optional.of(Message.RecursiveCall) : Optional.empty();
    }

    private static boolean isOfStream(TypeMirror type) {
        return type.toString().startsWith("java.util.stream.");
    }
}
