package io.github.cotangent.processor.frontend.resolve;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds out the type of every expression of a body, and what its names refer to, before javac does: during annotation
 * processing the trees bear no types yet. It says nothing rather than guess; a visit gives {@code null} for "unknown".
 * Bodies of lambdas and of classes inside are left alone.
 */
public final class Attributor extends TreeScanner<TypeMirror, Void> {

    private final Attribution attribution = new Attribution();
    private final Scopes scopes = new Scopes();
    private final Numbers numbers;
    private final Types types;
    private final TypeTrees typeTrees;
    private final Qualifiers qualifiers;
    private final Overloads overloads;
    private final OperatorTypes operators;
    private final SwitchTypes switchTypes;
    private final TypeMirror result;
    private int switches;

    private Attributor(Elements elements, Types types, CompilationUnitTree unit, Element inside) {
        this.types = types;
        result = inside instanceof ExecutableElement method ? method.getReturnType() : null;
        numbers = new Numbers(types);
        switchTypes = new SwitchTypes(numbers);
        Members members = new Members(elements, types);
        Names names = new Names(elements, types, members, unit, inside);
        typeTrees = new TypeTrees(types, names, members);
        qualifiers = new Qualifiers(types, names, members, typeTrees, scopes);
        overloads = new Overloads(types);
        operators = new OperatorTypes(numbers, typeTrees);
        scopes.enter();
    }

    /** Attributes the parameters and the body of a method or constructor. */
    public static Attribution of(
            Elements elements, Types types, CompilationUnitTree unit, ExecutableElement method, MethodTree tree) {
        Attributor attributor = new Attributor(elements, types, unit, method);
        tree.getParameters().forEach(attributor::visit);
        attributor.visit(tree.getBody());
        return attributor.attribution;
    }

    /** Attributes the initialiser of a field. */
    public static Attribution of(
            Elements elements, Types types, CompilationUnitTree unit, Element field, VariableTree tree) {
        Attributor attributor = new Attributor(elements, types, unit, field);
        attributor.initializer(tree.getInitializer(), field.asType());
        return attributor.attribution;
    }

    /** The type that a tree denotes; a name that is no type is unresolved. */
    private Optional<TypeMirror> typeOf(Tree tree) {
        Optional<TypeMirror> type = typeTrees.typeOf(tree);
        Tree base = tree;
        while (base instanceof ArrayTypeTree array) {
            base = array.getType();
        }
        boolean isName = base instanceof ExpressionTree name && qualifiers.isName(name);
        boolean isLocal = qualifiers.isOfLocalType(base);
        if (type.isEmpty() && isName && !isLocal) {
            unresolved(tree);
        }
        return isLocal ? Optional.empty() : type;
    }

    /** What stands in a switch may be named by a pattern in a label, and labels are left alone. */
    private void unresolved(Tree tree) {
        if (switches == 0) {
            attribution.unresolved(tree);
        }
    }

    private TypeMirror visit(Tree tree) {
        return scan(tree, null);
    }

    /** Visits an expression that is converted to a type, if that is known. */
    private TypeMirror visit(ExpressionTree tree, TypeMirror target) {
        if (target != null && tree instanceof ParenthesizedTree parentheses) {
            return typed(tree, visit(parentheses.getExpression(), target));
        }
        if (target instanceof DeclaredType && tree instanceof ConditionalExpressionTree choice) {
            return typed(tree, choice(choice, target));
        }
        return target != null && tree instanceof SwitchExpressionTree choice
                ? typed(tree, switchExpression(choice, target))
                : visit(tree);
    }

    /** A choice between references has the type of what it is converted to. */
    private TypeMirror choice(ConditionalExpressionTree tree, TypeMirror target) {
        TypeMirror own = visit(tree);
        if (!(own instanceof ArrayType) && !(own instanceof DeclaredType)) {
            return own;
        }
        visit(tree.getTrueExpression(), target);
        visit(tree.getFalseExpression(), target);
        return target;
    }

    private TypeMirror typed(Tree tree, TypeMirror type) {
        if (type != null && tree instanceof ExpressionTree) {
            attribution.type(tree, type);
        }
        return type;
    }

    @Override
    public TypeMirror scan(Tree tree, Void unused) {
        return typed(tree, super.scan(tree, null));
    }

    @Override
    public TypeMirror reduce(TypeMirror first, TypeMirror second) {
        return null;
    }

    private TypeMirror inScope(Runnable visit) {
        scopes.enter();
        visit.run();
        scopes.leave();
        return null;
    }

    // Statements: what declares variables, and how far they are seen.

    @Override
    public TypeMirror visitBlock(BlockTree tree, Void unused) {
        return inScope(() -> super.visitBlock(tree, null));
    }

    @Override
    public TypeMirror visitForLoop(ForLoopTree tree, Void unused) {
        return inScope(() -> super.visitForLoop(tree, null));
    }

    @Override
    public TypeMirror visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
        return inScope(() -> {
            Optional<TypeMirror> elements = Optional.ofNullable(visit(tree.getExpression()))
                    .filter(ArrayType.class::isInstance)
                    .map(array -> ((ArrayType) array).getComponentType());
            VariableTree variable = tree.getVariable();
            declare(variable, variable.getType() == null ? elements : typeOf(variable.getType()));
            visit(tree.getStatement());
        });
    }

    @Override
    public TypeMirror visitSwitch(SwitchTree tree, Void unused) {
        cases(tree.getExpression(), tree.getCases());
        return null;
    }

    @Override
    public TypeMirror visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
        return switchExpression(tree, null);
    }

    private TypeMirror switchExpression(SwitchExpressionTree tree, TypeMirror target) {
        return switchTypes.of(target, () -> cases(tree.getExpression(), tree.getCases()));
    }

    /** Labels are left alone unless they are numbers or text: those of enums are no expressions of this scope. */
    private void cases(ExpressionTree selector, List<? extends CaseTree> cases) {
        TypeMirror type = visit(selector);
        boolean areValues = type != null && (type.getKind().isPrimitive() || TypeTrees.isString(type));
        switches += areValues ? 0 : 1;
        inScope(() -> cases.forEach(each -> {
            if (areValues) {
                each.getExpressions().forEach(this::visit);
            }
            visit(each);
        }));
        switches -= areValues ? 0 : 1;
    }

    @Override
    public TypeMirror visitCase(CaseTree tree, Void unused) {
        if (tree.getBody() instanceof ExpressionTree value) {
            switchTypes.arm(value, this::visit);
        } else if (tree.getBody() != null) {
            inScope(() -> visit(tree.getBody()));
        } else {
            scan(tree.getStatements(), null);
        }
        return null;
    }

    @Override
    public TypeMirror visitYield(YieldTree tree, Void unused) {
        switchTypes.arm(tree.getValue(), this::visit);
        return null;
    }

    @Override
    public TypeMirror visitReturn(ReturnTree tree, Void unused) {
        visit(tree.getExpression(), result);
        return null;
    }

    @Override
    public TypeMirror visitTry(TryTree tree, Void unused) {
        return inScope(() -> super.visitTry(tree, null));
    }

    @Override
    public TypeMirror visitCatch(CatchTree tree, Void unused) {
        return inScope(() -> super.visitCatch(tree, null));
    }

    @Override
    public TypeMirror visitVariable(VariableTree tree, Void unused) {
        if (tree.getType() == null) {
            declare(tree, Optional.ofNullable(visit(tree.getInitializer())));
            return null;
        }
        Optional<TypeMirror> type = typeOf(tree.getType());
        declare(tree, type);
        initializer(tree.getInitializer(), type.orElse(null));
        return null;
    }

    private void declare(VariableTree tree, Optional<TypeMirror> type) {
        Local local = new Local(tree.getName().toString(), type, tree);
        scopes.declare(local);
        attribution.local(tree, local);
    }

    /** An initialiser {@code {a, b}} takes its type from what it initialises. */
    private void initializer(ExpressionTree tree, TypeMirror type) {
        if (!(tree instanceof NewArrayTree array) || array.getType() != null) {
            visit(tree, type);
            return;
        }
        TypeMirror component = type instanceof ArrayType declared ? declared.getComponentType() : null;
        array.getInitializers().forEach(element -> initializer(element, component));
        if (component != null) {
            attribution.type(tree, type);
        }
    }

    // Code of another scope than this one.

    @Override
    public TypeMirror visitClass(ClassTree tree, Void unused) {
        scopes.declareType(tree.getSimpleName().toString());
        return null;
    }

    @Override
    public TypeMirror visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        return null;
    }

    @Override
    public TypeMirror visitMemberReference(MemberReferenceTree tree, Void unused) {
        return null;
    }

    // Names.

    @Override
    public TypeMirror visitIdentifier(IdentifierTree tree, Void unused) {
        return meaning(tree);
    }

    @Override
    public TypeMirror visitMemberSelect(MemberSelectTree tree, Void unused) {
        return qualifiers.isSpecial(tree) ? null : meaning(tree);
    }

    private TypeMirror meaning(ExpressionTree tree) {
        Qualifiers.Meaning meaning = qualifiers.meaning(tree, this::visit);
        meaning.local().ifPresent(local -> attribution.local(tree, local));
        meaning.element().ifPresent(element -> attribution.element(tree, element));
        if (meaning.isUnresolved()) {
            unresolved(tree);
        }
        return meaning.type().orElse(null);
    }

    @Override
    public TypeMirror visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        List<TypeMirror> arguments = visitAll(tree.getArguments());
        ExpressionTree select = tree.getMethodSelect();
        Qualifiers.Candidates candidates = qualifiers.methods(select, this::visit);
        if (candidates.isUnresolved()) {
            unresolved(tree);
            return null;
        }
        if (candidates.isArrayClone() && arguments.isEmpty()) {
            return candidates.site().orElse(null);
        }
        if (!arguments.stream().allMatch(this::isKnown)
                || !tree.getTypeArguments().isEmpty()) {
            return null;
        }
        Optional<ExecutableElement> chosen = overloads.choose(candidates.methods(), arguments);
        chosen.ifPresent(method -> chosen(tree, tree.getArguments(), method));
        if (chosen.isEmpty() && candidates.areAllPlain()) {
            unresolved(tree);
        }
        if (chosen.filter(Overloads::isIdentity).isPresent()) {
            return attribution.type(tree.getArguments().get(0)).orElse(null);
        }
        return chosen.map(method -> typeTrees.memberType(candidates.site(), method))
                .filter(this::isPlain)
                .orElse(null);
    }

    /** The types of arguments; those of choices between objects are forgotten until it is known what these become. */
    private List<TypeMirror> visitAll(List<? extends ExpressionTree> arguments) {
        List<TypeMirror> types = new ArrayList<>();
        arguments.forEach(argument -> types.add(visit(argument)));
        arguments.forEach(argument -> attribution.forgetChoices(argument, DeclaredType.class::isInstance));
        return types;
    }

    private boolean isKnown(TypeMirror type) {
        return type != null && isPlain(type);
    }

    /** The parameters are the targets of switches and choices among the arguments. */
    private void chosen(Tree tree, List<? extends ExpressionTree> arguments, ExecutableElement method) {
        attribution.element(tree, method);
        for (int i = 0; i < Math.min(arguments.size(), method.getParameters().size()); i++) {
            ExpressionTree argument = arguments.get(i);
            TypeMirror parameter = method.getParameters().get(i).asType();
            if (parameter instanceof DeclaredType
                    || SwitchTypes.isSwitch(argument) && parameter.getKind().isPrimitive()) {
                visit(argument, parameter);
            }
        }
    }

    // Operators.

    @Override
    public TypeMirror visitParenthesized(ParenthesizedTree tree, Void unused) {
        return visit(tree.getExpression());
    }

    @Override
    public TypeMirror visitLiteral(LiteralTree tree, Void unused) {
        return tree.getKind() == Tree.Kind.NULL_LITERAL ? types.getNullType() : operators.literal(tree.getKind());
    }

    @Override
    public TypeMirror visitUnary(UnaryTree tree, Void unused) {
        TypeMirror operand = visit(tree.getExpression());
        if (operand == null) {
            return null;
        }
        return operators.unary(tree.getKind(), operand);
    }

    @Override
    public TypeMirror visitBinary(BinaryTree tree, Void unused) {
        var spine = FlatScanner.leftSpine(tree);
        TypeMirror left = visit(spine.element().getLeftOperand());
        for (BinaryTree binary : spine) {
            left = operators.binary(binary.getKind(), left, visit(binary.getRightOperand()));
            if (left != null) {
                attribution.type(binary, left);
            }
        }
        return left;
    }

    @Override
    public TypeMirror visitConditionalExpression(ConditionalExpressionTree tree, Void unused) {
        visit(tree.getCondition());
        TypeMirror yes = visit(tree.getTrueExpression());
        TypeMirror no = visit(tree.getFalseExpression());
        return yes == null || no == null ? null : operators.conditional(tree, yes, no);
    }

    @Override
    public TypeMirror visitAssignment(AssignmentTree tree, Void unused) {
        TypeMirror variable = visit(tree.getVariable());
        visit(tree.getExpression(), variable);
        return variable;
    }

    @Override
    public TypeMirror visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
        TypeMirror variable = visit(tree.getVariable());
        visit(tree.getExpression());
        return variable;
    }

    @Override
    public TypeMirror visitTypeCast(TypeCastTree tree, Void unused) {
        visit(tree.getExpression());
        return typeOf(tree.getType()).orElse(null);
    }

    @Override
    public TypeMirror visitInstanceOf(InstanceOfTree tree, Void unused) {
        visit(tree.getExpression());
        visit(tree.getPattern());
        return numbers.primitive(TypeKind.BOOLEAN);
    }

    // Arrays and objects.

    @Override
    public TypeMirror visitArrayAccess(ArrayAccessTree tree, Void unused) {
        TypeMirror array = visit(tree.getExpression());
        visit(tree.getIndex(), numbers.primitive(TypeKind.INT));
        return array instanceof ArrayType type ? type.getComponentType() : null;
    }

    @Override
    public TypeMirror visitNewArray(NewArrayTree tree, Void unused) {
        tree.getDimensions().forEach(length -> visit(length, numbers.primitive(TypeKind.INT)));
        int dimensions = tree.getDimensions().size() + (tree.getInitializers() == null ? 0 : 1);
        TypeMirror type = tree.getType() == null ? null : typeOf(tree.getType()).orElse(null);
        TypeMirror component = type;
        for (int i = 0; i < dimensions && type != null; i++) {
            type = types.getArrayType(type);
        }
        if (tree.getInitializers() != null) {
            tree.getInitializers().forEach(element -> initializer(element, component));
        }
        return type;
    }

    @Override
    public TypeMirror visitNewClass(NewClassTree tree, Void unused) {
        visit(tree.getEnclosingExpression());
        List<TypeMirror> arguments = visitAll(tree.getArguments());
        boolean simple = tree.getEnclosingExpression() == null && tree.getClassBody() == null;
        if (!simple) {
            return null;
        }
        Optional<TypeMirror> type = typeOf(tree.getIdentifier()).filter(this::isPlain);
        if (arguments.stream().allMatch(this::isKnown)) {
            type.flatMap(created -> overloads.choose(Members.constructorsOfRecord(types.asElement(created)), arguments))
                    .ifPresent(constructor -> chosen(tree, tree.getArguments(), constructor));
        }
        return type.orElse(null);
    }

    private boolean isPlain(TypeMirror type) {
        return typeTrees.isPlain(type);
    }
}
