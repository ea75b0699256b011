package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement.Throw;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * Lowers {@code switch} to {@code if}: one for each chain of cases that fall through to the next, the chain with
 * {@code default} last. Inside a chain a case is run if one of its own labels, or of those before, was met.
 */
final class Switches {

    private static final String MATCH_EXCEPTION = "java.lang.MatchException";

    private final Lowering lowering;
    private final Frame frame;
    private final Code code;
    private final Branches branches;
    private final Statements statements;
    private final Targets targets;
    private Expressions expressions;

    /** Cases without statements between them. */
    private record Group(
            List<ExpressionTree> labels, boolean isDefault, Tree body, List<? extends StatementTree> content) {

        boolean fallsThrough() {
            return body == null && content.stream().noneMatch(Syntax::alwaysJumps);
        }
    }

    Switches(Lowering lowering, Frame frame, Branches branches, Statements statements, Targets targets) {
        this.lowering = lowering;
        this.frame = frame;
        this.code = lowering.code();
        this.branches = branches;
        this.statements = statements;
        this.targets = targets;
    }

    void use(Expressions newExpressions) {
        expressions = newExpressions;
    }

    void run(SwitchTree tree, Set<Target> behind) {
        Target end = targets.behind(List.of());
        selected(tree.getExpression())
                .ifPresent(selector -> targets.inSwitch(
                        end,
                        () -> new Cases(
                                        selector,
                                        tree.getExpression(),
                                        tree.getCases(),
                                        Statements.and(behind, end),
                                        tree)
                                .run()));
        frame.arrive(end);
    }

    /** The value of a switch, whose arms are converted to its type each. */
    Value value(SwitchExpressionTree tree, Type type, String name) {
        Target end = Target.of("yielded", name, Optional.of(type));
        selected(tree.getExpression())
                .ifPresent(selector -> targets.inSwitchExpression(
                        end,
                        () -> new Cases(selector, tree.getExpression(), tree.getCases(), Set.of(end), tree).run()));
        frame.arrive(end);
        return frame.takeResult(end).orElseGet(() -> {
            if (!frame.hasThrown()) {
                expressions.mistake(tree);
            }
            return code.placeholder(type);
        });
    }

    /** Takes the value of a switch to behind it. */
    void deliver(ExpressionTree value, Target end) {
        frame.result(end, expressions.as(value, end.type().orElseThrow(), end.name()));
    }

    private Optional<Value> selected(ExpressionTree tree) {
        Value selector = expressions.value(tree, "");
        if (selector.type().isObject()) {
            return Optional.of(selector);
        }
        if (!Scalars.widens(selector.type(), Type.INT)) {
            expressions.mistake(tree);
            return Optional.empty();
        }
        return Optional.of(code.cast(selector, Type.INT, ""));
    }

    private final class Cases {

        private final Value selector;
        private final ExpressionTree selected;
        private final Set<Target> behind;
        private final Tree tree;
        private final List<List<Group>> chains = new ArrayList<>();

        Cases(Value selector, ExpressionTree selected, List<? extends CaseTree> cases, Set<Target> behind, Tree tree) {
            this.selector = selector;
            this.selected = selected;
            this.behind = behind;
            this.tree = tree;
            boolean joins = false;
            for (Group group : groups(cases)) {
                if (!joins) {
                    chains.add(new ArrayList<>());
                }
                chains.get(chains.size() - 1).add(group);
                joins = group.fallsThrough();
            }
            chains.stream().filter(Cases::hasDefault).findFirst().ifPresent(last -> {
                chains.remove(last);
                chains.add(last);
            });
        }

        private List<Group> groups(List<? extends CaseTree> cases) {
            List<Group> groups = new ArrayList<>();
            List<ExpressionTree> labels = new ArrayList<>();
            boolean isDefault = false;
            for (CaseTree each : cases) {
                labels.addAll(each.getExpressions());
                isDefault |= isDefault(each);
                boolean isLast = each == cases.get(cases.size() - 1);
                boolean isRule = each.getStatements() == null || each.getBody() != null;
                if (isRule || isLast || !each.getStatements().isEmpty()) {
                    groups.add(new Group(
                            List.copyOf(labels), isDefault, each.getBody(), isRule ? List.of() : each.getStatements()));
                    labels.clear();
                    isDefault = false;
                }
            }
            return groups;
        }

        /** Patterns are no labels that this version of the tree API tells from default. */
        private boolean isDefault(CaseTree each) {
            if (!each.getExpressions().isEmpty()) {
                return false;
            }
            if (!each.toString().strip().startsWith("default")) {
                lowering.report(each, Message.UnsupportedSyntax);
            }
            return true;
        }

        private static boolean hasDefault(List<Group> chain) {
            return chain.stream().anyMatch(Group::isDefault);
        }

        void run() {
            choose(0);
        }

        private void choose(int index) {
            if (index == chains.size()) {
                if (tree instanceof SwitchExpressionTree) {
                    failUnmatched();
                }
                return;
            }
            List<Group> chain = chains.get(index);
            if (hasDefault(chain)) {
                run(chain, 0);
                return;
            }
            branches.run(
                    isOneOf(labels(chain.stream())),
                    () -> run(chain, 0),
                    () -> choose(index + 1),
                    statements.scope(behind),
                    tree);
        }

        /** As Java does for a constant that was added to an enum after its switches were compiled. */
        private void failUnmatched() {
            boolean isKnown = lowering.elements().getTypeElement(MATCH_EXCEPTION) != null;
            List<Throw.Argument> nulls = Stream.of("String", "Throwable")
                    .map(name -> code.builder().zero(Type.object("java.lang", name)))
                    .map(value -> new Throw.Argument(List.of(), List.of(value)))
                    .toList();
            code.builder()
                    .append(
                            isKnown
                                    ? new Throw(
                                            MATCH_EXCEPTION,
                                            nulls,
                                            code.builder().position())
                                    : new Throw(
                                            "java.lang.IncompatibleClassChangeError",
                                            List.of(),
                                            code.builder().position()));
            frame.thrown();
        }

        private void run(List<Group> chain, int index) {
            Group group = chain.get(index);
            if (index == chain.size() - 1) {
                run(group, behind);
                return;
            }
            branches.run(isMetUpTo(index, chain), () -> run(group, Set.of()), () -> {}, Branches.Scope.STATEMENT, tree);
            branches.unlessJumped(() -> run(chain, index + 1), statements.scope(behind), tree);
        }

        private void run(Group group, Set<Target> next) {
            if (group.body() instanceof ExpressionTree value) {
                targets.ofYield().ifPresent(target -> deliver(value, target));
            } else if (group.body() instanceof StatementTree statement) {
                statements.run(statement, next);
            } else {
                statements.run(group.content(), next);
            }
        }

        /** Whether the chain, once chosen, starts at this case or before it. */
        private Value isMetUpTo(int index, List<Group> chain) {
            List<Group> met = chain.subList(0, index + 1);
            return hasDefault(met)
                    ? code.define(
                            Type.BOOLEAN,
                            "",
                            Primitive.NOT,
                            isOneOf(labels(chain.subList(index + 1, chain.size()).stream())))
                    : isOneOf(labels(met.stream()));
        }

        private static List<ExpressionTree> labels(Stream<Group> groups) {
            return groups.flatMap(group -> group.labels().stream()).toList();
        }

        private Value isOneOf(List<ExpressionTree> labels) {
            Value met = null;
            for (ExpressionTree label : labels) {
                Value before = met;
                met = before == null
                        ? is(label)
                        : branches.choice(
                                before,
                                () -> code.builder().constant(true),
                                () -> is(label),
                                Value.unnamed(Type.BOOLEAN),
                                tree);
            }
            return met == null ? code.builder().constant(false) : met;
        }

        private Value is(ExpressionTree label) {
            if (selector.type().isObject()) {
                return isObject(label);
            }
            return code.define(Type.BOOLEAN, "", Primitive.EQUAL, selector, expressions.as(label, Type.INT, ""));
        }

        /** The constant of an enum, which stands there without its class, or text. */
        private Value isObject(ExpressionTree label) {
            Optional<VariableElement> constant = frame.attribution()
                    .type(selected)
                    .map(type -> ((DeclaredType) type).asElement())
                    .filter(type -> type.getKind() == ElementKind.ENUM)
                    .flatMap(type -> enumConstant(type, label));
            return constant.isPresent()
                    ? code.define(
                            Type.BOOLEAN,
                            "",
                            Primitive.EQUAL,
                            selector,
                            expressions.constant(constant.get(), label, selector.type()))
                    : code.define(
                            Type.BOOLEAN, "", Primitive.EQUALS, selector, expressions.as(label, selector.type(), ""));
        }

        private static Optional<VariableElement> enumConstant(Element type, ExpressionTree label) {
            String written = label.toString();
            String name = written.substring(written.lastIndexOf('.') + 1);
            return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                    .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
                    .filter(field -> field.getSimpleName().contentEquals(name))
                    .findFirst();
        }
    }
}
