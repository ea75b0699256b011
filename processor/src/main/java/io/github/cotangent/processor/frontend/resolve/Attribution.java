package io.github.cotangent.processor.frontend.resolve;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** What the names and expressions of one body mean: the types of its expressions, the symbols of its names. */
public final class Attribution {

    private final Map<Tree, TypeMirror> types = new IdentityHashMap<>();
    private final Map<Tree, Element> elements = new IdentityHashMap<>();
    private final Map<Tree, Local> locals = new IdentityHashMap<>();
    private final List<Tree> unresolved = new ArrayList<>();

    /** The type of an expression, if it is known. */
    public Optional<TypeMirror> type(Tree expression) {
        return Optional.ofNullable(types.get(expression));
    }

    /** The field that an expression names, or the method that a call invokes. */
    public Optional<Element> element(Tree tree) {
        return Optional.ofNullable(elements.get(tree));
    }

    /** The local variable that an identifier names, or that a variable's tree declares. */
    public Optional<Local> local(Tree tree) {
        return Optional.ofNullable(locals.get(tree));
    }

    /** Names that mean nothing yet: a mistake of the user's, or something that another processor will generate. */
    public List<Tree> unresolved() {
        return Collections.unmodifiableList(unresolved);
    }

    public Map<Tree, TypeMirror> types() {
        return Collections.unmodifiableMap(types);
    }

    public Map<Tree, Element> elements() {
        return Collections.unmodifiableMap(elements);
    }

    /** The trees that name or declare a local variable. */
    public Map<Tree, Local> locals() {
        return Collections.unmodifiableMap(locals);
    }

    void type(Tree expression, TypeMirror type) {
        types.put(expression, type);
    }

    /** Takes back what was said of the choices that an expression consists of. */
    void forgetChoices(Tree expression, Predicate<TypeMirror> which) {
        if (type(expression).filter(which).isEmpty()) {
            return;
        }
        if (expression instanceof ParenthesizedTree parentheses) {
            forgetChoices(parentheses.getExpression(), which);
            if (!types.containsKey(parentheses.getExpression())) {
                types.remove(expression);
            }
        } else if (expression instanceof ConditionalExpressionTree choice) {
            types.remove(expression);
            forgetChoices(choice.getTrueExpression(), which);
            forgetChoices(choice.getFalseExpression(), which);
        } else if (expression instanceof SwitchExpressionTree) {
            types.remove(expression);
        }
    }

    void element(Tree tree, Element element) {
        elements.put(tree, element);
    }

    void local(Tree tree, Local local) {
        locals.put(tree, local);
    }

    void unresolved(Tree tree) {
        unresolved.add(tree);
    }
}
