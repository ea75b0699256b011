package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import io.github.cotangent.processor.diagnostics.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What keeps a method from being lowered: constructs outside of the language, and code that javac will refuse. */
public final class Problems {

    /** A message at its tree. */
    public record Problem(Tree tree, Message message, Object[] arguments) {}

    private final List<Problem> problems = new ArrayList<>();
    private final Set<Tree> trees = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Tree> broken = new ArrayList<>();

    /** Adds a problem unless the tree, or a part of it, has one already that explains this one. */
    public void report(Tree tree, Message message, Object... arguments) {
        if (!isReportedWithin(tree)) {
            problems.add(new Problem(tree, message, arguments));
            trees.add(tree);
        }
    }

    /** Code that is no Java: javac says so itself. */
    public void broken(Tree tree) {
        broken.add(tree);
    }

    /** A fault of ours. What was found before it may be its consequence, or its cause, and is dropped. */
    public void fail(Tree tree, CharSequence method, Throwable fault) {
        problems.clear();
        broken.clear();
        problems.add(new Problem(tree, Message.InternalError, new Object[] {method, describe(fault)}));
    }

    /** A fault and where it happened, on two lines. */
    public static String describe(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? fault.toString() : fault + "\nat " + trace[0];
    }

    /** The number of problems so far. */
    int count() {
        return problems.size();
    }

    /** Forgets the problems after the first ones; true if there are such. */
    boolean keepFirst(int count) {
        List<Problem> later = problems.subList(count, problems.size());
        boolean any = !later.isEmpty();
        later.forEach(problem -> trees.remove(problem.tree()));
        later.clear();
        return any;
    }

    public List<Problem> problems() {
        return Collections.unmodifiableList(problems);
    }

    public boolean isBroken() {
        return !broken.isEmpty();
    }

    public boolean isEmpty() {
        return problems.isEmpty() && broken.isEmpty();
    }

    private boolean isReportedWithin(Tree tree) {
        return !trees.isEmpty() && Boolean.TRUE.equals(new Search().scan(tree, null));
    }

    private final class Search extends TreeScanner<Boolean, Void> {

        @Override
        public Boolean scan(Tree tree, Void unused) {
            return trees.contains(tree) || Boolean.TRUE.equals(super.scan(tree, null));
        }

        @Override
        public Boolean reduce(Boolean a, Boolean b) {
            return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b);
        }
    }
}
