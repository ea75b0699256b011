package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.diagnostics.Position;
import io.github.cotangent.processor.frontend.resolve.Attribution;
import io.github.cotangent.processor.frontend.resolve.Local;
import io.github.cotangent.processor.frontend.source.SourceFile;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Method.Parameter;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;

/** Turns the body of one method, and of the methods that it calls, into typed code. */
public final class Lowering {

    private static final int DEPTH_LIMIT = 100;
    private static final int CALL_LIMIT = 2_000;

    private final SourceFile file;
    private final Elements elements;
    private final Problems problems;
    private final Code code = new Code();
    private final List<Access> accesses = new ArrayList<>();
    private final Set<Value> parameters = new HashSet<>();
    private final Map<Value, String> paths = new HashMap<>();
    private final Set<Value> constantArrays = new LinkedHashSet<>();
    private final Set<Value> written = new HashSet<>();
    private final Deque<Element> active = new ArrayDeque<>();
    private final Element root;
    private final Callees callees;
    private final Map<Call, Site> sites = new IdentityHashMap<>();
    private int calls;
    private boolean limitReported;

    /**
     * A place where no array of a parameter, or of a class's constants, may be meant.
     *
     * @param isDeep whether none of its rows may be meant either
     */
    private record Access(Value array, Tree tree, Message message, boolean isDeep) {}

    private Lowering(SourceFile file, Elements elements, Callees callees, Problems problems, Element root) {
        this.file = file;
        this.elements = elements;
        this.problems = problems;
        this.root = root;
        this.callees = callees;
    }

    /**
     * A place where a method is called.
     *
     * @param arguments where the arguments of the call stand
     */
    public record Site(ExecutableElement method, MethodInvocationTree tree, List<Tree> arguments) {}

    /**
     * A method as a function.
     *
     * @param sites where its calls stand
     * @param written the parameters that it writes to though they are no outputs, which is reported
     */
    public record Lowered(Function function, Map<Call, Site> sites, Set<Value> written) {}

    /** The method as a function; what stands in the way of it goes to {@code problems}, and then the result is void. */
    public static Lowered of(
            SourceFile file,
            Elements elements,
            Callees callees,
            ExecutableElement method,
            List<Parameter> parameters,
            Problems problems) {
        Lowering lowering = new Lowering(file, elements, callees, problems, method);
        return new Lowered(lowering.function(method, parameters), lowering.sites, lowering.written);
    }

    private Function function(ExecutableElement method, List<Parameter> declaredParameters) {
        SourceFile.Declared<MethodTree> declared = file.method(method).orElseThrow();
        List<Value> parameters = new ArrayList<>();
        List<Value> outputs = new ArrayList<>();
        for (Parameter each : declaredParameters) {
            Value parameter = Value.named(each.type(), each.name());
            parameters.add(parameter);
            path(parameter, each.name());
            file.origin(parameter, declared.tree().getParameters().get(parameters.size() - 1));
            if (each.isOutput()) {
                outputs.add(parameter);
            }
        }
        this.parameters.addAll(Value.flat(parameters));
        List<Value> returned =
                inline(method, declared, Optional.empty(), parameters, "").results();
        List<Value> results = Value.flat(returned.isEmpty() ? outputs : returned);
        List<Value> components = Value.flat(parameters);
        Function function =
                new Function(method.getSimpleName().toString(), code.builder().region(components, results));
        checkAccesses(function, outputs);
        return function;
    }

    /** Notes how the user refers to a parameter, and to what it holds. */
    private void path(Value value, String path) {
        paths.put(value, path);
        List<Type.Component> components = value.type().components();
        for (int i = 0; i < components.size(); i++) {
            path(value.components().get(i), path + "." + components.get(i).name() + "()");
        }
    }

    private void checkAccesses(Function function, List<Value> outputs) {
        List<Value> inputs = new ArrayList<>(function.parameters());
        inputs.removeAll(outputs);
        inputs.addAll(constantArrays);
        Borrowed borrowed = Borrowed.in(function, inputs);
        Borrowed ofOutputs = Borrowed.in(function, outputs);
        for (Access access : accesses) {
            if (access.message() == Message.ParameterWrite
                    && !access.isDeep()
                    && access.array().type().rank() > 1) {
                ofOutputs
                        .owner(access.array())
                        .ifPresent(output -> report(access.tree(), Message.OutputRow, output.name()));
            }
            Optional<Value> owner =
                    access.isDeep() ? borrowed.ownerOfAny(access.array()) : borrowed.owner(access.array());
            if (owner.isEmpty() && access.message() == Message.ParameterReturned) {
                owner = ofOutputs.ownerOfAny(access.array());
            }
            owner.ifPresent(array -> report(access, array));
        }
    }

    private void report(Access access, Value array) {
        if (access.message() == Message.ParameterWrite) {
            written.add(array);
        }
        Message message = constantArrays.contains(array) ? Message.ArrayField : access.message();
        report(access.tree(), message, paths.getOrDefault(array, array.name()), access.tree());
    }

    /** Notes that an array is written to, which must not be one of a parameter's. */
    void written(Value array, Tree assignment) {
        accesses.add(new Access(array, assignment, Message.ParameterWrite, false));
    }

    /** Notes that a call writes to the elements of an array, and of its rows, which must not be one of a parameter's. */
    void filled(Value array, Tree argument) {
        accesses.add(new Access(array, argument, Message.ParameterWrite, true));
    }

    /** Notes that a value is the method's result, which must not hold an array of a parameter's. */
    void returned(Value result, Tree expression) {
        Value.flat(List.of(result)).stream()
                .filter(part -> part.type().isArray())
                .forEach(array -> accesses.add(new Access(array, expression, Message.ParameterReturned, true)));
    }

    /**
     * A method's or constructor's body in place.
     *
     * @param results its result, none for {@code void}
     * @param hasThrown whether it never returns
     */
    record Inlined(List<Value> results, boolean hasThrown) {

        Optional<Value> result() {
            return results.stream().findFirst();
        }
    }

    /** Lowers a method's body in place, with values for its parameters and, if it belongs to one, the record. */
    Inlined inline(
            ExecutableElement method,
            SourceFile.Declared<MethodTree> declared,
            Optional<Value> receiver,
            List<Value> arguments,
            String name) {
        Frame frame = new Frame(declared.attribution(), Scalars.of(method.getReturnType()), name);
        receiver.ifPresent(frame::receiver);
        return enter(
                method,
                declared,
                frame,
                arguments,
                () -> new Statements(this, frame).method(declared.tree().getBody()));
    }

    /** Lowers something of a method or a constructor, with values for its parameters. */
    Inlined enter(
            ExecutableElement method,
            SourceFile.Declared<MethodTree> declared,
            Frame frame,
            List<Value> arguments,
            Supplier<List<Value>> content) {
        Attribution attribution = declared.attribution();
        List<? extends VariableTree> parameters = declared.tree().getParameters();
        for (int i = 0; i < arguments.size(); i++) {
            Local local = attribution.local(parameters.get(i)).orElseThrow();
            frame.set(local, arguments.get(i));
        }
        attribution.unresolved().forEach(problems::broken);
        Fence.check(declared.tree().getBody(), attribution, problems);
        active.push(method);
        Inlined inlined = new Inlined(content.get(), frame.hasThrown());
        active.pop();
        return inlined;
    }

    /** What the code of a method or constructor gives; empty if it calls itself, or code becomes too long. */
    <T> Optional<T> guarded(Tree call, ExecutableElement method, Supplier<T> content) {
        if (isActive(method)) {
            report(call, Message.RecursiveCall, method.getSimpleName());
            return Optional.empty();
        }
        if (!mayInline()) {
            reportLimit(call);
            return Optional.empty();
        }
        return Optional.of(keepingPosition(content));
    }

    /** Lowers the initialiser of a constant in place. */
    Value initializer(Element field, SourceFile.Declared<VariableTree> declared, Type type) {
        declared.attribution().unresolved().forEach(problems::broken);
        ExpressionTree initializer = declared.tree().getInitializer();
        Fence.check(initializer, declared.attribution(), problems);
        active.push(field);
        Frame frame = new Frame(declared.attribution(), Optional.of(type), "");
        Value value =
                new Expressions(this, frame, new Branches(this, frame), Optional.empty()).as(initializer, type, "");
        active.pop();
        return value;
    }

    /** Whether the method or field is being lowered already: it depends on itself. */
    boolean isActive(Element element) {
        return active.contains(element);
    }

    /** The fields whose initialisers are being lowered, the innermost first. */
    Optional<Element> activeField() {
        return active.stream().filter(element -> element.getKind().isField()).findFirst();
    }

    Callees callees() {
        return callees;
    }

    /** Writes a call that stays one. */
    void call(Call call, Site site) {
        sites.put(call, site);
        code.builder().append(call);
    }

    /** Counts a call; false if the method becomes too long. */
    boolean mayInline() {
        return active.size() < DEPTH_LIMIT && calls++ < CALL_LIMIT;
    }

    /** Says once that the limit is reached: everything from there on is beyond it. */
    void reportLimit(Tree call) {
        if (!limitReported) {
            limitReported = true;
            report(call, Message.InliningLimit);
        }
    }

    void at(Tree statement, Optional<? extends Tree> body) {
        code.builder().at(file.position(statement, body));
    }

    /** Runs something that may move on in the source, and comes back. */
    <T> T keepingPosition(Supplier<T> content) {
        Position position = code.builder().position();
        T result = content.get();
        code.builder().at(position);
        return result;
    }

    /** Notes that an array is a constant of a class, which is not written to either. */
    void constantArray(Value array) {
        constantArrays.add(array);
    }

    /** Whether a value is a parameter of the annotated method. */
    boolean isParameter(Value value) {
        return parameters.contains(value);
    }

    /** Whether something can be null. Only a row can be: parameters were checked before, and nothing else ever is. */
    boolean mayBeMissing(Value value) {
        return value.type().isArray() && !code.isNew(value) && !isParameter(value);
    }

    Value isMissing(Value value) {
        return mayBeMissing(value)
                ? code.builder().compare(Primitive.EQUAL, value, code.builder().zero(value.type()))
                : code.literal(false, Type.BOOLEAN);
    }

    /** Whether this is the annotated method itself, not one that it calls. */
    boolean isOutermost() {
        return active.size() == 1;
    }

    void report(Tree tree, Message message, Object... arguments) {
        problems.report(tree, message, arguments);
    }

    Problems problems() {
        return problems;
    }

    SourceFile file() {
        return file;
    }

    Elements elements() {
        return elements;
    }

    Element root() {
        return root;
    }

    Code code() {
        return code;
    }
}
