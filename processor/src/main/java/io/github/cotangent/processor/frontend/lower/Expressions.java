package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.resolve.FlatScanner;
import io.github.cotangent.processor.frontend.resolve.Local;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Lowers expressions, each operand before its operation, in the order in which Java evaluates them. */
final class Expressions {

    private final Lowering lowering;
    private final Frame frame;
    private final Code code;
    private final Branches branches;
    private final Optional<Switches> switches;
    private final Operators operators;
    private final Assignments assignments;
    private final Calls calls;
    private final Constants constants;
    private final Records records;

    /**
     * Writes to the lowering's code.
     *
     * @param switches empty outside of methods
     */
    Expressions(Lowering lowering, Frame frame, Branches branches, Optional<Switches> switches) {
        this.lowering = lowering;
        this.frame = frame;
        this.code = lowering.code();
        this.branches = branches;
        this.switches = switches;
        this.operators = new Operators(code, branches, this::mistake);
        this.assignments = new Assignments(lowering, frame, this);
        this.calls = new Calls(lowering, frame, this, branches);
        this.constants = new Constants(lowering);
        this.records = new Records(lowering, frame, this);
    }

    Value constant(VariableElement constant, ExpressionTree tree, Type type) {
        return constants.enumConstant(constant, tree, type);
    }

    Calls calls() {
        return calls;
    }

    Records records() {
        return records;
    }

    /** An expression converted as an assignment or a call does; {@code name} is for a value that is new. */
    Value as(ExpressionTree tree, Type type, String name) {
        Optional<Object> literal = Syntax.literal(tree).filter(value -> isLiteralOf(value, type));
        if (literal.isPresent()) {
            return code.literal(literal.get(), type);
        }
        boolean keepsType = type(tree).filter(type::equals).isPresent();
        Value value = value(tree, keepsType ? name : "");
        boolean mayBeConstant = value.type().equals(Type.INT) && Scalars.isSmall(type);
        if (Scalars.widens(value.type(), type) || mayBeConstant) {
            return code.cast(value, type, name);
        }
        mistake(tree);
        return code.placeholder(type);
    }

    private static boolean isLiteralOf(Object value, Type type) {
        return (Scalars.widens(Scalars.typeOf(value), type) || value instanceof Integer && Scalars.isSmall(type));
    }

    Value condition(ExpressionTree tree) {
        return as(tree, Type.BOOLEAN, "");
    }

    /** The type of an expression, if it is known and one of the language. */
    Optional<Type> type(ExpressionTree tree) {
        return frame.attribution().type(tree).flatMap(Scalars::of);
    }

    /** The type of a local variable; one outside of the language is reported at its declaration. */
    Optional<Type> typeOf(Local local, VariableTree tree) {
        Optional<Type> type = local.type().flatMap(Scalars::of);
        if (type.isEmpty()) {
            reportType(tree, local.type());
        }
        return type;
    }

    /** An expression of its own type. */
    Value value(ExpressionTree tree, String name) {
        return from(tree, lowered(tree, name));
    }

    private Value from(ExpressionTree tree, Value value) {
        lowering.file().origin(value, tree);
        return value;
    }

    private Value lowered(ExpressionTree tree, String name) {
        ExpressionTree plain = Syntax.unparenthesized(tree);
        Optional<Object> literal = Syntax.literal(plain);
        if (literal.isPresent()) {
            return code.literal(literal.get(), Scalars.typeOf(literal.get()));
        }
        if (type(plain).isEmpty()) {
            return unknown(plain);
        }
        if (plain instanceof IdentifierTree) {
            return variable(plain);
        } else if (plain instanceof MemberSelectTree select) {
            return member(select, name);
        } else if (plain instanceof BinaryTree binary) {
            return binary(binary, name);
        } else if (Syntax.isAssignment(plain)) {
            return assignments.run(plain);
        } else if (plain instanceof UnaryTree unary) {
            return operators.unary(unary.getKind(), value(unary.getExpression(), ""), name, unary);
        } else if (plain instanceof ConditionalExpressionTree conditional) {
            Type type = type(plain).orElseThrow();
            return choice(conditional, type, name, value -> as(value, type, ""));
        } else if (plain instanceof TypeCastTree cast) {
            return cast(cast, name);
        } else if (plain instanceof ArrayAccessTree access) {
            return load(access, name);
        } else if (plain instanceof NewArrayTree array) {
            return newArray(array, name);
        } else if (plain instanceof NewClassTree creation) {
            return records.create(creation, type(plain).orElseThrow(), name);
        } else if (plain instanceof MethodInvocationTree call) {
            return calls.lower(call, name).orElseGet(() -> unknown(plain));
        } else if (plain instanceof SwitchExpressionTree choice && switches.isPresent()) {
            return switches.get().value(choice, type(plain).orElseThrow(), name);
        }
        return unknown(plain);
    }

    /** A call as a statement: its result, if it has one, is not used. */
    void call(MethodInvocationTree tree) {
        calls.lower(tree, "");
    }

    /** An assignment as a statement. */
    void assign(ExpressionTree tree) {
        assignments.run(tree);
    }

    /** Says why an expression cannot be lowered. */
    Value unknown(ExpressionTree tree) {
        Optional<TypeMirror> type = frame.attribution().type(tree);
        Optional<Message> forbidden = Fence.forbidden(tree);
        if (forbidden.isPresent()) {
            lowering.report(tree, forbidden.get());
        } else if (tree instanceof MethodInvocationTree call) {
            calls.lower(call, "");
        } else if (type.isPresent() && type.flatMap(Scalars::of).isEmpty()) {
            unsupportedField(tree);
            reportType(tree, type);
        } else if (frame.attribution().unresolved().isEmpty()) {
            lowering.report(tree, hasMixedArms(tree) ? Message.MixedArms : Message.UnsupportedSyntax);
        }
        return code.placeholder(type(tree).orElse(Type.DOUBLE));
    }

    /** Whether numbers of several types have no type in common that is known. */
    private boolean hasMixedArms(ExpressionTree tree) {
        List<ExpressionTree> arms = Arms.of(tree);
        return !arms.isEmpty()
                && arms.stream()
                        .allMatch(arm -> type(arm).filter(Scalars::isNumeric).isPresent());
    }

    /** A field says more about itself than its type would. */
    private void unsupportedField(ExpressionTree tree) {
        frame.attribution()
                .element(tree)
                .filter(VariableElement.class::isInstance)
                .ifPresent(field -> constants.check((VariableElement) field, tree));
    }

    private void reportType(Tree tree, Optional<TypeMirror> type) {
        if (type.isPresent()) {
            lowering.report(tree, Message.UnsupportedType, type.get());
        } else if (lowering.problems().isEmpty()
                && frame.attribution().unresolved().isEmpty()) {
            String written = tree instanceof VariableTree variable ? String.valueOf(variable.getType()) : "of this";
            lowering.report(tree, Message.UnsupportedType, written);
        }
    }

    /** Code that javac refuses, unless it only follows from what was reported already. */
    void mistake(Tree tree) {
        if (lowering.problems().isEmpty()) {
            lowering.problems().broken(tree);
        }
    }

    private Value variable(ExpressionTree tree) {
        Optional<Local> local = frame.attribution().local(tree);
        if (Syntax.isThis(tree)) {
            return frame.receiver().orElseGet(() -> {
                lowering.report(tree, Message.InstanceMember, "this");
                return code.placeholder(type(tree).orElseThrow());
            });
        }
        if (local.isEmpty()) {
            return field(tree);
        }
        return frame.get(local.get()).orElseGet(() -> {
            mistake(tree);
            return code.placeholder(type(tree).orElse(Type.DOUBLE));
        });
    }

    private Value field(ExpressionTree tree) {
        Optional<Element> element = frame.attribution().element(tree);
        if (element.isPresent() && Records.isMember(element.get())) {
            return component(tree, element.get());
        }
        return element.isPresent() && element.get() instanceof VariableElement field
                ? constants.value(field, tree, type(tree).orElseThrow())
                : unknown(tree);
    }

    /** A field of a record; inside a constructor, what was assigned to it. */
    private Value component(ExpressionTree tree, Element field) {
        Optional<Local> assigned = frame.field(field);
        Optional<Value> value = assigned.isPresent()
                ? frame.get(assigned.get())
                : records.receiver(tree).flatMap(record -> Records.component(record, field.getSimpleName()));
        return value.orElseGet(() -> {
            lowering.report(tree, Message.InstanceMember, field.getSimpleName());
            return code.placeholder(type(tree).orElseThrow());
        });
    }

    private Value member(MemberSelectTree tree, String name) {
        boolean isLength = frame.attribution().element(tree).isEmpty()
                && tree.getIdentifier().contentEquals("length");
        return isLength ? code.define(Type.INT, name, Primitive.LENGTH, value(tree.getExpression(), "")) : field(tree);
    }

    private Value binary(BinaryTree tree, String name) {
        boolean isOfRecords = isOfRecord(tree.getLeftOperand()) || isOfRecord(tree.getRightOperand());
        if (isOfRecords && Syntax.comparedWithNull(tree).isEmpty()) {
            lowering.report(tree, Message.RecordComparison);
            return code.placeholder(type(tree).orElseThrow());
        }
        if (type(tree).filter(Type::isObject).isPresent()) {
            lowering.report(tree, Message.TextValue);
            return code.placeholder(type(tree).orElseThrow());
        }
        Value result = null;
        for (BinaryTree each : FlatScanner.leftSpine(tree)) {
            String resultName = each == tree ? name : "";
            result = from(each, result == null ? first(each, resultName) : next(each, result, resultName));
        }
        return result;
    }

    private Value first(BinaryTree tree, String name) {
        Optional<Value> compared = Syntax.comparedWithNull(tree)
                .filter(operand -> type(operand).isPresent())
                .map(operand -> value(operand, ""));
        if (compared.isEmpty()) {
            return operators.binary(
                    tree.getKind(), operand(tree.getLeftOperand()), operand(tree.getRightOperand()), name, tree);
        }
        if (lowering.isParameter(compared.get()) && !lowering.callees().isCallerAnnotated()) {
            lowering.report(tree, Message.NullValue);
        }
        Value isMissing = lowering.isMissing(compared.get());
        return tree.getKind() == Tree.Kind.EQUAL_TO
                ? isMissing
                : code.define(Type.BOOLEAN, name, Primitive.NOT, isMissing);
    }

    private Value next(BinaryTree tree, Value left, String name) {
        return operators.binary(tree.getKind(), operators.operand(left), operand(tree.getRightOperand()), name, tree);
    }

    private boolean isOfRecord(ExpressionTree operand) {
        return type(operand).filter(Type::isRecord).isPresent();
    }

    /** An operand that is not yet evaluated. */
    private Operators.Operand operand(ExpressionTree tree) {
        Type type = type(tree).orElse(null);
        if (type != null) {
            return new Operators.Operand(type, wanted -> as(tree, wanted, ""));
        }
        Value placeholder = unknown(tree);
        return operators.operand(placeholder);
    }

    Value compound(CompoundAssignmentTree tree, Value before, Type type, String name) {
        if (type.isObject()) {
            lowering.report(tree, Message.TextValue);
            return before;
        }
        Tree.Kind operator = Operators.ofCompound(tree.getKind());
        Operators.Operand right = operand(tree.getExpression());
        boolean keepsType =
                operators.resultType(operator, before.type(), right.type()).equals(type);
        Value result = operators.binary(operator, operators.operand(before), right, keepsType ? name : "", tree);
        return Scalars.isNumeric(type) == Scalars.isNumeric(result.type())
                ? from(tree, code.cast(result, type, name))
                : result;
    }

    /** A conditional of a type, with the way in which its sides become values of it. */
    Value choice(ConditionalExpressionTree tree, Type type, String name, Function<ExpressionTree, Value> side) {
        return branches.choice(
                condition(tree.getCondition()),
                () -> side.apply(tree.getTrueExpression()),
                () -> side.apply(tree.getFalseExpression()),
                Code.value(type, name),
                tree);
    }

    private Value cast(TypeCastTree tree, String name) {
        Type type = type(tree).orElseThrow();
        boolean keepsType = type(tree.getExpression()).filter(type::equals).isPresent();
        Value value = value(tree.getExpression(), keepsType ? name : "");
        boolean possible = value.type().equals(type) || Scalars.isNumeric(type) && Scalars.isNumeric(value.type());
        if (!possible) {
            mistake(tree);
            return code.placeholder(type);
        }
        return code.cast(value, type, name);
    }

    private Value load(ArrayAccessTree tree, String name) {
        Value array = value(tree.getExpression(), "");
        Value index = as(tree.getIndex(), Type.INT, "");
        Type type = type(tree).orElseThrow();
        return array.type().isArray() ? code.define(type, name, Primitive.LOAD, array, index) : code.placeholder(type);
    }

    private Value newArray(NewArrayTree tree, String name) {
        Type type = type(tree).orElseThrow();
        List<? extends ExpressionTree> elements = tree.getInitializers();
        if (elements == null) {
            Value[] lengths = tree.getDimensions().stream()
                    .map(length -> as(length, Type.INT, ""))
                    .toArray(Value[]::new);
            return code.define(type, name, Primitive.NEW_ARRAY, lengths);
        }
        return newArray(type, elements, name);
    }

    /** A new array of elements, which are evaluated in their order. */
    Value newArray(Type type, List<? extends ExpressionTree> elements, String name) {
        Value array =
                code.define(type, name, Primitive.NEW_ARRAY, code.builder().constant(elements.size()));
        for (int i = 0; i < elements.size(); i++) {
            Value index = code.builder().constant(i);
            code.builder().store(array, index, as(elements.get(i), type.element(), ""));
        }
        return array;
    }

    Value increment(ExpressionTree tree, Value before, Type type, String name) {
        return operators.increment(tree.getKind(), before, type, name, tree);
    }
}
