package io.github.cotangent.processor.corpus;

import io.github.cotangent.processor.Generation;
import io.github.cotangent.processor.Generation.Mode;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions under {@code resources/corpus}, compiled once for each mode. */
final class Corpus {

    private static final Path DIRECTORY = Path.of("src", "test", "resources", "corpus");
    /** An annotation, what it says, what stands up to the method's parameters, and the method's name. */
    private static final Pattern ANNOTATION =
            Pattern.compile("@Differentiable(?:\\(([^)]*)\\))?(\\s+[\\w\\s.\\[\\]]+?\\s(\\w+)\\()");

    /** One of a method, what it says, and the method's name; those of classes have rules. */
    private static final Pattern METHOD_ANNOTATION = Pattern.compile("@Differentiable\\b(?!\\(rules)(?:\\(([^)]*)\\))?"
            + "(?=(?:\\s+@\\w+\\([^)]*\\))*\\s+[\\w\\s.\\[\\]]+?\\s([^\\s(]+)\\()");

    /**
     * Functions that call what has no second derivatives: the first three, rules for partial derivatives that are not
     * differentiable themselves; the others, rules for whole derivatives, which never are.
     */
    static final Set<String> OF_FIRST_ORDER =
            Set.of("logBinomials", "partials", "onlyTheActive", "wholeRules", "arrayRules");

    private static final Map<Mode, Generation> GENERATIONS = new EnumMap<>(Mode.class);

    private Corpus() {}

    /** The sources, by the name of their class. */
    static Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                sources.put("corpus." + name, Files.readString(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return sources;
    }

    static synchronized Generation generation(Mode mode) {
        return GENERATIONS.computeIfAbsent(mode, each -> Generation.of(each, sources()));
    }

    /** The functions of which a workspace can be asked for, with one. */
    static List<Subject> withWorkspaces(Mode mode) {
        Generation plain = generation(Mode.SIMPLIFIED);
        Map<String, String> sources = new TreeMap<>();
        sources().forEach((name, text) -> sources.put(name, withWorkspaces(name, text, plain)));
        Generation generation = Generation.of(mode, sources);
        return subjects(mode, generation, Method::workspace);
    }

    /** Every function with second derivatives: those of one number themselves, and the others by {@link Sums} of them. */
    static List<Subject> ofSecondOrder(Mode mode) {
        Map<String, String> sources = new TreeMap<>();
        sources().forEach((name, text) -> sources.put(name, ofSecondOrder(text)));
        Generation plain = generation(Mode.SIMPLIFIED);
        plain.methods().forEach((type, methods) -> {
            Class<?> owner = plain.load(type);
            Sums.of(type, methods, method -> functionOf(owner, method))
                    .ifPresent(text -> sources.put(Sums.nameOf(type), text));
        });
        return subjects(mode, Generation.of(mode, sources), method -> method.order() == 2 && method.isScalar());
    }

    private static String ofSecondOrder(String text) {
        return METHOD_ANNOTATION.matcher(text).replaceAll(found -> {
            String more = found.group(1) == null ? "" : ", " + found.group(1);
            boolean stays = more.contains("order =") || OF_FIRST_ORDER.contains(found.group(2));
            return Matcher.quoteReplacement(stays ? found.group() : "@Differentiable(order = 2" + more + ")");
        });
    }

    private static String withWorkspaces(String className, String text, Generation plain) {
        Set<String> fitting = plain.methods().entrySet().stream()
                .filter(entry -> entry.getKey().split("\\$")[0].equals(className))
                .flatMap(entry -> entry.getValue().stream())
                .filter(method -> method.returned().filter(Type::holdsArray).isEmpty())
                .map(method -> method.declaration().replaceAll(".*#|\\(.*", ""))
                .collect(Collectors.toSet());
        return ANNOTATION.matcher(text).replaceAll(found -> {
            String more = found.group(1) == null ? "" : ", " + found.group(1);
            String changed = "@Differentiable(workspace = true" + more + ")" + found.group(2);
            return Matcher.quoteReplacement(fitting.contains(found.group(3)) ? changed : found.group());
        });
    }

    /** Every function in every mode. */
    static List<Subject> subjects() {
        return Arrays.stream(Mode.values())
                .flatMap(mode -> subjects(mode, generation(mode)).stream())
                .toList();
    }

    /** Every function as users get it. */
    static List<Subject> simplified() {
        return subjects(Mode.SIMPLIFIED, generation(Mode.SIMPLIFIED));
    }

    static List<Subject> subjects(Mode mode, Generation generation) {
        return subjects(mode, generation, method -> true);
    }

    private static List<Subject> subjects(Mode mode, Generation generation, Predicate<Method> wanted) {
        List<Subject> subjects = new ArrayList<>();
        generation.methods().forEach((type, methods) -> {
            for (Method method : methods.stream().filter(wanted).toList()) {
                subjects.add(new Subject(
                        mode,
                        functionOf(generation.load(type), method),
                        method.name(),
                        method.signature(),
                        generation.companionOf(type)));
            }
        });
        return subjects;
    }

    /** The user's method that some code was made from, which Javadoc links to by its parameters' types. */
    private static java.lang.reflect.Method functionOf(Class<?> type, Method method) {
        String declaration = method.declaration();
        String signature = declaration
                .substring(declaration.indexOf('#') + 1)
                .replace(" ", "")
                .replace("...", "[]");
        return Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> signature(candidate).equals(signature))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + signature + " in " + type));
    }

    private static String signature(java.lang.reflect.Method method) {
        List<String> types = Arrays.stream(method.getParameterTypes())
                .map(Class::getCanonicalName)
                .toList();
        return method.getName() + "(" + String.join(",", types) + ")";
    }
}
