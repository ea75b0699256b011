package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.source.SourceFile;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Lowers what is done with records: their creation, their components, calls of their instance methods. */
final class Records {

    private final Lowering lowering;
    private final Frame frame;
    private final Code code;
    private final Expressions expressions;

    /** Joins two values of a component. */
    interface Join {
        Value of(Value a, Value b, String component);
    }

    Records(Lowering lowering, Frame frame, Expressions expressions) {
        this.lowering = lowering;
        this.frame = frame;
        this.code = lowering.code();
        this.expressions = expressions;
    }

    /** The record whose components are joined from those of two records of one type. */
    static Value zip(Value a, Value b, Join join) {
        List<Type.Component> components = a.type().components();
        return Value.of(
                a.type(),
                IntStream.range(0, components.size())
                        .mapToObj(i -> join.of(
                                a.components().get(i),
                                b.components().get(i),
                                components.get(i).name()))
                        .toList());
    }

    static boolean isMember(Element element) {
        return element.getEnclosingElement().getKind() == ElementKind.RECORD
                && !element.getModifiers().contains(Modifier.STATIC);
    }

    /** Whether this is a component's field, or the accessor that the compiler wrote for it. */
    static boolean isComponent(Element element, SourceFile file) {
        return isMember(element)
                && (element instanceof VariableElement
                        || element instanceof ExecutableElement method
                                && method.getParameters().isEmpty()
                                && file.method(method).isEmpty()
                                && ((TypeElement) method.getEnclosingElement())
                                        .getRecordComponents().stream()
                                                .anyMatch(component -> method.equals(component.getAccessor())));
    }

    Value create(NewClassTree tree, Type type, String name) {
        Optional<ExecutableElement> constructor =
                frame.attribution().element(tree).map(ExecutableElement.class::cast);
        if (constructor.isEmpty()) {
            if (frame.attribution().unresolved().isEmpty()) {
                lowering.report(tree, Message.UnsupportedSyntax);
            }
            return code.placeholder(type);
        }
        return construct(tree, tree.getArguments(), constructor.get(), type, name);
    }

    /** The record that a constructor makes: that of the compiler, which keeps its arguments, or one with code of its own. */
    private Value construct(
            ExpressionTree tree,
            List<? extends ExpressionTree> trees,
            ExecutableElement constructor,
            Type type,
            String name) {
        boolean keepsArguments = lowering.file().keepsArguments(constructor);
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < trees.size() && i < constructor.getParameters().size(); i++) {
            String parameter =
                    constructor.getParameters().get(i).getSimpleName().toString();
            Optional<Type> of = Scalars.of(constructor.getParameters().get(i).asType());
            if (of.isEmpty() || constructor.isVarArgs()) {
                lowering.report(
                        tree,
                        Message.UncallableMethod,
                        constructor.getEnclosingElement().getSimpleName());
                return code.placeholder(type);
            }
            String hint = keepsArguments && !name.isEmpty() ? Value.componentName(name, parameter) : "";
            arguments.add(expressions.as(trees.get(i), of.get(), hint));
        }
        if (keepsArguments) {
            return Value.of(type, arguments);
        }
        if (lowering.file().method(constructor).isEmpty()) {
            lowering.report(
                    tree,
                    Message.RecordElsewhere,
                    constructor.getEnclosingElement().getSimpleName());
            return code.placeholder(type);
        }
        Optional<Lowering.Inlined> inlined =
                lowering.guarded(tree, constructor, () -> new Constructor(lowering, type).run(constructor, arguments));
        if (inlined.filter(Lowering.Inlined::hasThrown).isPresent()) {
            frame.thrown();
        }
        return inlined.flatMap(Lowering.Inlined::result).orElseGet(() -> code.placeholder(type));
    }

    /** What {@code this(…)} makes, as the first statement of another constructor. */
    Value delegate(MethodInvocationTree tree, Type type) {
        Optional<ExecutableElement> constructor =
                frame.attribution().element(tree).map(ExecutableElement.class::cast);
        if (constructor.isEmpty()) {
            expressions.mistake(tree);
            return code.placeholder(type);
        }
        return construct(tree, tree.getArguments(), constructor.get(), type, "");
    }

    /** The value of the component of a name, if the value is a record and has it. */
    static Optional<Value> component(Value record, CharSequence name) {
        List<Type.Component> components = record.type().components();
        return IntStream.range(0, components.size())
                .filter(i -> components.get(i).name().contentEquals(name))
                .mapToObj(record.components()::get)
                .findFirst();
    }

    /** The record that {@code p.x} or {@code p.f()} is about, or the one whose method is running. */
    Optional<Value> receiver(ExpressionTree member) {
        return member instanceof MemberSelectTree select
                ? Optional.of(expressions.value(select.getExpression(), ""))
                : frame.receiver();
    }

    /** A call of an instance method: of an accessor that the compiler wrote, or else of one with code in this file. */
    Optional<Value> call(MethodInvocationTree tree, ExecutableElement method, String name) {
        Optional<Value> receiver =
                receiver(tree.getMethodSelect()).filter(value -> value.type().isRecord());
        if (receiver.isEmpty()) {
            lowering.report(tree, Message.InstanceMember, method.getSimpleName());
            return Optional.empty();
        }
        if (method.getSimpleName().contentEquals("equals")) {
            lowering.report(tree, Message.RecordComparison);
            return Optional.of(code.placeholder(Type.BOOLEAN));
        }
        if (lowering.file().method(method).isPresent()) {
            return expressions.calls().inlined(tree, method, receiver, name);
        }
        if (isComponent(method, lowering.file())) {
            return component(receiver.get(), method.getSimpleName());
        }
        boolean isHere = lowering.file().declares(method.getEnclosingElement());
        lowering.report(
                tree, isHere ? Message.InstanceMember : Message.CallElsewhere, method.getSimpleName(), Calls.MOVE_HERE);
        return Optional.empty();
    }
}
