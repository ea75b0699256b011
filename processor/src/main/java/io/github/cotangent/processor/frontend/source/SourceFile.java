package io.github.cotangent.processor.frontend.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.github.cotangent.processor.diagnostics.Position;
import io.github.cotangent.processor.frontend.resolve.Attribution;
import io.github.cotangent.processor.frontend.resolve.Attributor;
import io.github.cotangent.processor.ir.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A compilation unit: its text, and the methods and fields that are declared in it. */
public final class SourceFile {

    /** A comment, or in a group what only looks as if it held one. */
    private static final Pattern COMMENT = Pattern.compile(
            "(?s)(\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+')|//[^\\n\\r]*|/\\*.*?\\*/");

    private final Elements elements;
    private final Types types;
    private final Trees trees;
    private final CompilationUnitTree unit;
    private final Predicate<TypeElement> isPlainElsewhere;
    private final CharSequence text;
    private final Map<Value, Tree> origins = new HashMap<>();
    private final Map<Element, Attribution> attributions = new LinkedHashMap<>();
    private final Map<TypeElement, Boolean> classes = new HashMap<>();

    /** Something declared here, attributed. */
    public record Declared<T extends Tree>(T tree, Attribution attribution) {}

    /**
     * Looks into nothing yet.
     *
     * @param isPlainElsewhere whether a record of another file is known to be no more than its components
     */
    public SourceFile(
            Elements elements,
            Types types,
            Trees trees,
            CompilationUnitTree unit,
            Predicate<TypeElement> isPlainElsewhere) {
        this.isPlainElsewhere = isPlainElsewhere;
        this.elements = elements;
        this.types = types;
        this.trees = trees;
        this.unit = unit;
        try {
            this.text = unit.getSourceFile().getCharContent(true);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Notes the expression, or the parameter, that a value was made from; the first one stays. */
    public void origin(Value value, Tree tree) {
        origins.putIfAbsent(value, tree);
    }

    public Optional<Tree> origin(Value value) {
        return Optional.ofNullable(origins.get(value));
    }

    public CompilationUnitTree unit() {
        return unit;
    }

    /** Everything of this file that was looked into. */
    public Map<Element, Attribution> attributions() {
        return new HashMap<>(attributions);
    }

    /** A method, if it is declared in this file and has a body. */
    public Optional<Declared<MethodTree>> method(ExecutableElement method) {
        return tree(method, MethodTree.class)
                .filter(tree -> tree.getBody() != null)
                .map(tree -> new Declared<>(
                        tree,
                        attributions.computeIfAbsent(
                                method, key -> Attributor.of(elements, types, unit, method, tree))));
    }

    /** Whether a record, with the records that it holds, is known to be no more than its components. */
    public boolean isPlain(TypeElement record) {
        if (!declares(record)) {
            return isPlainElsewhere.test(record);
        }
        boolean keepsArguments = ElementFilter.constructorsIn(record.getEnclosedElements()).stream()
                .anyMatch(this::isOfCompiler);
        return keepsArguments && record.getRecordComponents().stream().allMatch(this::isPlain);
    }

    private boolean isOfCompiler(ExecutableElement constructor) {
        return elements.getOrigin(constructor) == Elements.Origin.MANDATED;
    }

    /** Whether a constructor of a record is known to do no more than keep its arguments. */
    public boolean keepsArguments(ExecutableElement constructor) {
        TypeElement record = (TypeElement) constructor.getEnclosingElement();
        return declares(record) ? isOfCompiler(constructor) : isCanonical(constructor, record) && isPlain(record);
    }

    private boolean isCanonical(ExecutableElement constructor, TypeElement record) {
        List<? extends VariableElement> parameters = constructor.getParameters();
        List<? extends RecordComponentElement> components = record.getRecordComponents();
        return parameters.size() == components.size()
                && IntStream.range(0, components.size())
                        .allMatch(i -> types.isSameType(
                                parameters.get(i).asType(), components.get(i).asType()));
    }

    private boolean isPlain(RecordComponentElement component) {
        boolean isPlain = !(types.asElement(component.asType()) instanceof TypeElement type)
                || type.getKind() != ElementKind.RECORD
                || isPlain(type);
        return !isOfFloats(component.asType()) && isPlain && !declares(component.getAccessor());
    }

    private static boolean isOfFloats(TypeMirror type) {
        return type instanceof ArrayType array
                && (array.getComponentType().getKind() == TypeKind.FLOAT || isOfFloats(array.getComponentType()));
    }

    /** Whether a record's constructor leaves its parameters to Java: {@code R {…}}. */
    public boolean isCompact(MethodTree constructor) {
        long start = trees.getSourcePositions().getEndPosition(unit, constructor.getModifiers());
        long from = start < 0 ? start(constructor) : start;
        return !text.subSequence((int) from, (int) start(constructor.getBody()))
                .toString()
                .contains("(");
    }

    /** A field, if it is declared in this file and has an initialiser. */
    public Optional<Declared<VariableTree>> field(VariableElement field) {
        return tree(field, VariableTree.class)
                .filter(tree -> tree.getInitializer() != null)
                .map(tree -> new Declared<>(
                        tree,
                        attributions.computeIfAbsent(field, key -> Attributor.of(elements, types, unit, field, tree))));
    }

    /** Whether the element is declared in this file. */
    public boolean declares(Element element) {
        return tree(element, Tree.class).isPresent();
    }

    private <T extends Tree> Optional<T> tree(Element element, Class<T> kind) {
        Tree tree = trees.getTree(element);
        return kind.isInstance(tree) && isHere(element) ? Optional.of(kind.cast(tree)) : Optional.empty();
    }

    /** Whether an element's outermost class is of this file: a path to it is short, since the file is searched for it. */
    private boolean isHere(Element element) {
        return element instanceof TypeElement type && !(type.getEnclosingElement() instanceof TypeElement)
                ? classes.computeIfAbsent(type, this::isInUnit)
                : element.getEnclosingElement() != null && isHere(element.getEnclosingElement());
    }

    private boolean isInUnit(TypeElement type) {
        TreePath path = trees.getPath(type);
        return path != null && path.getCompilationUnit() == unit;
    }

    /** Where a tree begins, counted in characters from the beginning of the file. */
    public long start(Tree tree) {
        return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    /** The line of a statement, and its text up to the beginning of its own body. */
    public Position position(Tree statement, Optional<? extends Tree> body) {
        long start = start(statement);
        long from = Math.max(start, endOfAnnotations(statement));
        long end =
                body.map(this::start).orElseGet(() -> trees.getSourcePositions().getEndPosition(unit, statement));
        if (start < 0 || end < from || end > text.length()) {
            return Position.NONE;
        }
        String line = text.subSequence((int) from, (int) end).toString();
        return new Position(unit.getLineMap().getLineNumber(start), oneLine(line));
    }

    private long endOfAnnotations(Tree statement) {
        return statement instanceof VariableTree variable
                ? variable.getModifiers().getAnnotations().stream()
                        .mapToLong(annotation -> trees.getSourcePositions().getEndPosition(unit, annotation))
                        .max()
                        .orElse(-1)
                : -1;
    }

    /** Without comments. A unicode escape could end the comment that quotes the line, hence the space. */
    private static String oneLine(String text) {
        String code = text.contains("//") || text.contains("/*")
                ? COMMENT.matcher(text)
                        .replaceAll(found -> found.group(1) == null ? " " : Matcher.quoteReplacement(found.group(1)))
                : text;
        return code.replace("\\u", "\\ u").strip().replaceAll("\\s+", " ");
    }
}
