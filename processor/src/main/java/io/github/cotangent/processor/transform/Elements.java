package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.SmallArrays;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the elements of {@linkplain SmallArrays small arrays} into variables: what is stored goes in and out of branches and loops
 * as any other scalar. Not a bit of any value changes.
 */
public final class Elements extends Copying {

    /** One element of an array. */
    private record Element(Value array, int index) {}

    private final SmallArrays arrays;

    /** What the elements are where the writing stands. */
    private Map<Element, Value> contents = new LinkedHashMap<>();

    private Elements(SmallArrays arrays) {
        this.arrays = arrays;
    }

    public static Function apply(Function function) {
        SmallArrays arrays = SmallArrays.of(function);
        if (arrays.isEmpty()) {
            return function;
        }
        Elements elements = new Elements(arrays);
        List<Statement> statements = elements.statements(function.body());
        List<Value> results = elements.of(function.results());
        return new Function(function.name(), new Region(function.parameters(), statements, results));
    }

    @Override
    void write(Statement statement, List<Statement> out) {
        if (statement instanceof Let let && let(let, out)) {
            return;
        }
        if (statement instanceof Store store && arrays.contains(store.array())) {
            Element element = new Element(store.array(), arrays.index(store.index()));
            contents.put(element, named(store.element(), element, out));
        } else if (statement instanceof If branch) {
            out.add(branch(branch));
        } else if (statement instanceof For loop) {
            out.add(loop(loop));
        } else if (statement instanceof While loop) {
            out.add(loop(loop));
        } else {
            out.add(copy(statement));
        }
    }

    /** Whether an application has to do with the arrays, and is done. */
    private boolean let(Let let, List<Statement> out) {
        Value array = let.result();
        if (arrays.contains(array)) {
            for (Element element : elements(array)) {
                contents.put(
                        element,
                        let.primitive() == Primitive.CLONE
                                ? contents.get(new Element(let.argument(0), element.index()))
                                : zero(array.type().element(), out));
            }
            return true;
        }
        if (let.arguments().isEmpty() || !arrays.contains(let.argument(0))) {
            return false;
        }
        if (let.primitive() == Primitive.LENGTH) {
            Value length = fresh(let.results()).get(0);
            out.add(new Constant(length, arrays.length(let.argument(0)), "", let.position()));
        } else {
            put(let.result(), contents.get(new Element(let.argument(0), arrays.index(let.argument(1)))));
        }
        return true;
    }

    private List<Element> elements(Value array) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < arrays.length(array); i++) {
            elements.add(new Element(array, i));
        }
        return elements;
    }

    private static Value zero(Type type, List<Statement> out) {
        Builder builder = new Builder();
        Value zero = builder.zero(type);
        out.addAll(builder.statements());
        return zero;
    }

    private static Value newContent(Element element) {
        Value array = element.array();
        Type type = array.type().element();
        return array.isNamed() ? Value.named(type, array.name() + element.index()) : Value.unnamed(type);
    }

    private static List<Value> newContents(Collection<Element> elements) {
        return elements.stream().map(Elements::newContent).toList();
    }

    /** What is stored; if it has no name and has just been computed, it bears that of the element. */
    private Value named(Value value, Element element, List<Statement> out) {
        int last = out.size() - 1;
        Value content = of(value);
        boolean isNew = last >= 0 && out.get(last) instanceof Let let && let.result() == content;
        if (!isNew || content.isNamed() || !element.array().isNamed()) {
            return content;
        }
        Let let = (Let) out.get(last);
        Value named = newContent(element);
        out.set(last, new Let(named, let.primitive(), let.arguments(), let.position()));
        put(value, named);
        return named;
    }

    /** The elements of arrays from outside that a statement stores to. */
    private List<Element> stored(Statement statement) {
        Set<Element> stored = new LinkedHashSet<>();
        statement
                .regions()
                .forEach(region -> region.forEach(inner -> {
                    if (inner instanceof Store store && arrays.contains(store.array())) {
                        stored.add(new Element(store.array(), arrays.index(store.index())));
                    }
                }));
        stored.retainAll(contents.keySet());
        return List.copyOf(stored);
    }

    private List<Value> contents(List<Element> elements) {
        return elements.stream().map(contents::get).toList();
    }

    private void setContents(List<Element> elements, List<Value> values) {
        for (int i = 0; i < elements.size(); i++) {
            contents.put(elements.get(i), values.get(i));
        }
    }

    /** The values that remain, then some elements. */
    private List<Value> with(List<Value> values, List<Value> elements) {
        List<Value> all = new ArrayList<>();
        values.stream().filter(value -> !arrays.contains(value)).forEach(value -> all.add(of(value)));
        all.addAll(elements);
        return all;
    }

    private If branch(If branch) {
        List<Element> stored = stored(branch);
        List<Value> handedOn =
                branch.results().stream().filter(arrays::contains).toList();
        Value condition = of(branch.condition());
        Region then = side(branch, branch.then(), stored);
        Region otherwise = side(branch, branch.otherwise(), stored);
        List<Element> changed = new ArrayList<>(stored);
        handedOn.forEach(array -> changed.addAll(elements(array)));
        List<Value> elements = newContents(changed);
        setContents(changed, elements);
        fresh(branch.results());
        return new If(condition, then, otherwise, with(branch.results(), elements), branch.position());
    }

    private Region side(If branch, Region region, List<Element> stored) {
        Map<Element, Value> before = new LinkedHashMap<>(contents);
        List<Statement> statements = statements(region);
        List<Value> elements = new ArrayList<>(contents(stored));
        for (int i = 0; i < branch.results().size(); i++) {
            if (arrays.contains(branch.results().get(i))) {
                elements.addAll(contents(elements(region.results().get(i))));
            }
        }
        Region side = new Region(List.of(), statements, with(region.results(), elements));
        contents = before;
        return side;
    }

    private For loop(For loop) {
        List<Element> stored = stored(loop);
        List<Value> initial = with(loop.initial(), contents(stored));
        Value from = of(loop.from());
        Value to = of(loop.to());
        Region body = iteration(loop.body(), stored, true);
        return new For(from, loop.test(), to, loop.step(), initial, body, after(loop, stored), loop.position());
    }

    private While loop(While loop) {
        List<Element> stored = stored(loop);
        List<Value> initial = with(loop.initial(), contents(stored));
        Region condition = iteration(loop.condition(), stored, false);
        Region body = iteration(loop.body(), stored, true);
        return new While(initial, condition, body, after(loop, stored), loop.position());
    }

    private Region iteration(Region region, List<Element> stored, boolean carries) {
        Map<Element, Value> before = new LinkedHashMap<>(contents);
        List<Value> elements = newContents(stored);
        setContents(stored, elements);
        fresh(region.parameters());
        List<Value> parameters = with(region.parameters(), elements);
        List<Statement> statements = statements(region);
        List<Value> results = with(region.results(), carries ? contents(stored) : List.of());
        contents = before;
        return new Region(parameters, statements, results);
    }

    private List<Value> after(Statement loop, List<Element> stored) {
        List<Value> elements = newContents(stored);
        setContents(stored, elements);
        fresh(loop.results());
        return with(loop.results(), elements);
    }
}
