package io.github.cotangent.processor.emit.code;

import io.github.cotangent.processor.emit.code.Structure.Scope;
import io.github.cotangent.processor.emit.code.Structure.Site;
import io.github.cotangent.processor.emit.code.Structure.Use;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Decides which values become part of the expression that uses them, and which {@code if}s become {@code c ? a : b}.
 *
 * <p>A value may move to its only use if nothing in between can change it, and nothing in between redefines a variable that
 * it reads: the latter would be correct, but would cost a second variable.
 */
final class Inlining {

    /** A wider expression than this is taken apart. */
    private static final int WIDEST = 84;

    private static final int TYPICAL_NAME = 5;

    /** What may run anew in each iteration, as part of a loop's bound. */
    private static final Set<Primitive> CHEAP =
            EnumSet.of(Primitive.LENGTH, Primitive.ADD, Primitive.SUBTRACT, Primitive.MULTIPLY);

    private static final Set<Primitive> THROWING = EnumSet.of(
            Primitive.FLOOR_DIV, Primitive.FLOOR_MOD, Primitive.CEIL_DIV, Primitive.CEIL_MOD, Primitive.LENGTH);

    /**
     * Where a value would be evaluated.
     *
     * @param repeated more often than where it is defined
     * @param conditional perhaps not at all
     */
    private record Place(Site site, boolean repeated, boolean conditional) {}

    private final Structure structure;
    private final Set<Value> kept;
    private final Hazards hazards = new Hazards();
    private final Set<String> assignedNames = new HashSet<>();
    private final Set<Value> indices = new HashSet<>();
    private final Map<Value, Place> places = new HashMap<>();
    private final Set<Value> inlined = new HashSet<>();
    private final Set<If> choices = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Value, Integer> widths = new HashMap<>();

    /**
     * Decides for a function.
     *
     * @param kept values that are to be variables, unless they are literals
     */
    Inlining(Structure structure, Set<Value> kept) {
        this.structure = structure;
        this.kept = kept;
        structure.root().region.forEach(statement -> {
            statement.results().forEach(v -> assignedNames.add(v.name()));
            if (statement instanceof For loop) {
                indices.add(loop.index());
            }
        });
        decide(structure.root());
        measure(structure.root());
    }

    boolean isInlined(Value value) {
        return inlined.contains(value);
    }

    /** Whether a statement's results are written where they are used. */
    boolean isInlined(Statement statement) {
        for (Value result : statement.results()) {
            if (isInlined(result)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an {@code if} is written as an expression. */
    boolean isChoice(If branch) {
        return choices.contains(branch);
    }

    /** Visits the variables that the expression for a value reads. */
    void leaves(Value value, Consumer<Value> visitor) {
        if (!isInlined(value)) {
            visitor.accept(value);
            return;
        }
        if (structure.definition(value) instanceof Call) {
            return;
        }
        parts(structure.definition(value)).forEach(part -> leaves(part, visitor));
    }

    /** The values that make up the expression of a statement. */
    static List<Value> parts(Statement statement) {
        return statement instanceof If branch
                ? List.of(
                        branch.condition(),
                        branch.then().results().get(0),
                        branch.otherwise().results().get(0))
                : statement.operands();
    }

    private void decide(Scope scope) {
        List<Statement> statements = scope.region.statements();
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement statement = statements.get(i);
            structure.scopes(statement).forEach(this::decide);
            if (statement instanceof Constant constant) {
                decide(constant);
            } else if (statement instanceof Let let) {
                decide(let);
            } else if (statement instanceof Call call) {
                decide(call);
            } else if (statement instanceof If branch && canBeChoice(branch)) {
                choices.add(branch);
                boolean readsMemory = contains(
                        branch,
                        inner -> inner instanceof Let l && !l.primitive().isPure());
                boolean safe = !contains(branch, inner -> inner instanceof Let l && mayThrow(l));
                inline(branch.results().get(0), placeIfMovable(branch, readsMemory, safe));
            }
        }
    }

    private void decide(Constant constant) {
        Value value = constant.result();
        if (!value.isNamed() && structure.uses(value).stream().noneMatch(use -> dividesByZero(use, constant))) {
            inlined.add(value);
        }
    }

    /** javac warns of an integral division by a literal 0. */
    private static boolean dividesByZero(Use use, Constant constant) {
        return use.user() instanceof Let let
                && (let.primitive() == Primitive.DIVIDE || let.primitive() == Primitive.REMAINDER)
                && let.argument(1) == constant.result()
                && !constant.result().type().isReal()
                && constant.literal() instanceof Number number
                && number.longValue() == 0;
    }

    /** A component of a record that is a variable is as good as a variable. */
    private void decide(Call call) {
        if (isHeld(call)) {
            call.results().stream()
                    .filter(result -> !result.isNamed() && !kept.contains(result))
                    .forEach(inlined::add);
        }
    }

    /** Whether the record that a call returns is a variable: if more than one component is used. */
    boolean isHeld(Call call) {
        return call.callee().results().holder().isPresent()
                && call.results().stream()
                                .filter(result -> !structure.uses(result).isEmpty())
                                .count()
                        > 1;
    }

    private void decide(Let let) {
        if (isLengthOfParameter(let) || isNextToIndex(let) || isRowBeside(let)) {
            inlined.add(let.result());
            return;
        }
        inline(let.result(), placeIfMovable(let, let.primitive().readsMemory(), !mayThrow(let)));
    }

    /** {@code x.length} is as good as a variable, if the parameter {@code x} is never assigned to. */
    private boolean isLengthOfParameter(Let let) {
        if (let.primitive() != Primitive.LENGTH || let.result().isNamed()) {
            return false;
        }
        Value array = let.argument(0);
        return structure.root().region.parameters().contains(array) && !assignedNames.contains(array.name());
    }

    /** {@code i + 1} is as good as a variable, however often it is used. */
    private boolean isNextToIndex(Let let) {
        boolean isStep = let.primitive() == Primitive.ADD || let.primitive() == Primitive.SUBTRACT;
        return isStep
                && !let.result().isNamed()
                && !kept.contains(let.result())
                && indices.contains(let.argument(0))
                && structure.definition(let.argument(1)) instanceof Constant;
    }

    /** {@code a[i]} without a name is as good as a variable where one of its elements is used, {@code a[i][j]}. */
    private boolean isRowBeside(Let let) {
        Value row = let.result();
        return let.primitive() == Primitive.LOAD
                && row.type().isArray()
                && !row.isNamed()
                && !kept.contains(row)
                && let.arguments().stream().allMatch(this::isShort)
                && structure.uses(row).stream().allMatch(use -> isElementOf(row, use) && mayBeRepeated(let, use));
    }

    private boolean isShort(Value value) {
        Statement definition = structure.definition(value);
        return value.isNamed() || indices.contains(value) || definition instanceof Constant || definition == null;
    }

    private static boolean isElementOf(Value row, Use use) {
        return use.user() instanceof Store store && store.array() == row
                || use.user() instanceof Let let && let.primitive() == Primitive.LOAD && let.argument(0) == row;
    }

    private boolean mayBeRepeated(Let row, Use use) {
        Place place = placeOf(row.result(), use);
        Site from = structure.site(row.result());
        return place.site().scope() == from.scope()
                && !place.repeated()
                && !place.conditional()
                && canMove(row, from, place.site(), true, false);
    }

    private void inline(Value value, Optional<Place> place) {
        place.ifPresent(where -> {
            inlined.add(value);
            places.put(value, where);
        });
    }

    private static boolean mayThrow(Let let) {
        Primitive primitive = let.primitive();
        boolean division = primitive == Primitive.DIVIDE || primitive == Primitive.REMAINDER;
        return !primitive.isPure()
                || THROWING.contains(primitive)
                || primitive.name().endsWith("_EXACT")
                || (division && !let.result().type().isReal());
    }

    private Optional<Place> placeIfMovable(Statement statement, boolean readsMemory, boolean safe) {
        Value value = statement.results().get(0);
        List<Use> uses = structure.uses(value);
        if (value.isNamed() || kept.contains(value) || uses.size() != 1) {
            return Optional.empty();
        }
        Place place = placeOf(value, uses.get(0));
        Site from = structure.site(value);
        boolean sameScope = place.site().scope() == from.scope();
        boolean allowed = (safe || (sameScope && !place.conditional())) && (!place.repeated() || isCheap(statement));
        return allowed && canMove(statement, from, place.site(), readsMemory, safe)
                ? Optional.of(place)
                : Optional.empty();
    }

    private static boolean isCheap(Statement statement) {
        return statement instanceof Let let && CHEAP.contains(let.primitive());
    }

    private Place placeOf(Value value, Use use) {
        Place own = new Place(use.site(), use.user() instanceof For loop && loop.to() == value, false);
        if (use.user() instanceof Let let) {
            Place place = places.getOrDefault(let.result(), own);
            boolean arm = let.primitive() == Primitive.SELECT && let.argument(0) != value;
            return arm ? new Place(place.site(), place.repeated(), true) : place;
        }
        return use.user() instanceof If branch && isChoice(branch)
                ? places.getOrDefault(branch.results().get(0), own)
                : own;
    }

    private boolean canMove(Statement statement, Site from, Site to, boolean readsMemory, boolean safe) {
        Scope scope = to.scope();
        int end = to.index();
        while (scope != from.scope()) {
            if (scope == null || !scope.isBranch() || !hazards.isClear(statement, scope, 0, end, readsMemory, safe)) {
                return false;
            }
            end = scope.index;
            scope = scope.parent;
        }
        return hazards.isClear(statement, scope, from.index() + 1, end, readsMemory, safe);
    }

    private static boolean isSameVariable(Value a, Value b) {
        return a.name().equals(b.name()) && a.type().equals(b.type());
    }

    private static boolean contains(Statement statement, Predicate<Statement> condition) {
        return condition.test(statement)
                || statement.regions().stream()
                        .flatMap(region -> region.statements().stream())
                        .anyMatch(inner -> contains(inner, condition));
    }

    /** Whether both branches are nothing but one expression each, and no assignment is what the user wrote. */
    private boolean canBeChoice(If branch) {
        if (branch.results().size() != 1 || !isOneExpression(branch)) {
            return false;
        }
        Value result = branch.results().get(0);
        boolean nested = contains(branch, inner -> inner instanceof If other && other != branch && !isLogical(other));
        boolean update =
                result.isNamed() && parts(branch).stream().skip(1).anyMatch(value -> isSameVariable(value, result));
        return isLogical(branch) || (!nested && !update);
    }

    private boolean isOneExpression(If branch) {
        return branch.regions().stream()
                .flatMap(region -> region.statements().stream())
                .allMatch(inner ->
                        inner.results().size() == 1 && isInlined(inner.results().get(0)));
    }

    private static boolean isLogical(If branch) {
        return branch.results().size() == 1 && branch.results().get(0).type().equals(Type.BOOLEAN);
    }

    /** Takes apart what is too wide, from the inside out. */
    private void measure(Scope scope) {
        for (Statement statement : scope.region.statements()) {
            structure.scopes(statement).forEach(this::measure);
            if (statement instanceof Constant constant) {
                String text = constant.symbol().isEmpty()
                        ? constant.literal().toString()
                        : NamedConstant.shortened(constant.symbol());
                widths.put(constant.result(), text.length());
            } else if (statement instanceof Let let) {
                int own = let.primitive().form() == Primitive.Form.STATIC ? methodWidth(let.primitive()) : 3;
                widths.put(let.result(), narrowed(let.operands(), own));
            } else if (statement instanceof Store store) {
                narrowed(store.operands(), TYPICAL_NAME);
            } else if (statement instanceof Call call) {
                narrowed(call.operands(), call.callee().name().length());
                call.results()
                        .forEach(result ->
                                widths.put(result, call.callee().name().length() + TYPICAL_NAME));
            } else if (statement instanceof If branch && isChoice(branch)) {
                int width = width(parts(branch), 6);
                widths.put(branch.results().get(0), width);
                if (width > WIDEST || !isOneExpression(branch)) {
                    choices.remove(branch);
                    inlined.removeAll(branch.results());
                }
            }
        }
    }

    private static int methodWidth(Primitive primitive) {
        String symbol = primitive.symbol();
        return symbol.length() - symbol.lastIndexOf('.', symbol.lastIndexOf('.') - 1);
    }

    private int narrowed(List<Value> operands, int own) {
        int width = width(operands, own);
        if (width <= WIDEST) {
            return width;
        }
        List<Value> movable = new ArrayList<>(operands);
        movable.removeIf(operand -> !isInlined(operand) || structure.definition(operand) instanceof Constant);
        movable.sort(Comparator.comparing(widths::get));
        while (width(operands, own) > WIDEST && !movable.isEmpty()) {
            inlined.remove(movable.remove(movable.size() - 1));
        }
        return width(operands, own);
    }

    private int width(List<Value> operands, int own) {
        int width = own + 2 * (operands.size() - 1);
        for (Value operand : operands) {
            width += width(operand);
        }
        return width;
    }

    private int width(Value value) {
        if (isInlined(value)) {
            return widths.get(value);
        }
        return value.isNamed() ? value.name().length() : TYPICAL_NAME;
    }
}
