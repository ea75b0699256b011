package io.github.cotangent.benchmark;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The methods of a companion by their names, those of its classes included. */
final class Members {

    private final Map<String, List<MethodTree>> methods = new TreeMap<>();

    private Members() {}

    static Members of(Path source) throws IOException {
        Members members = new Members();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(source));
            for (CompilationUnitTree unit : task.parse()) {
                members.add(unit);
            }
        }
        return members;
    }

    private void add(CompilationUnitTree unit) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void none) {
                methods.computeIfAbsent(method.getName().toString(), name -> new ArrayList<>())
                        .add(method);
                return super.visitMethod(method, none);
            }
        }.scan(unit, null);
    }

    /** The text of all that runs for a candidate: its members and what they call. */
    String text(Candidate candidate) {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(
                methods.keySet().stream().filter(name -> runs(candidate, name)).toList());
        while (!open.isEmpty()) {
            String name = open.pop();
            if (found.add(name)) {
                methods.get(name).stream()
                        .flatMap(Members::mentioned)
                        .filter(methods::containsKey)
                        .forEach(open::push);
            }
        }
        StringBuilder text = new StringBuilder();
        found.forEach(name -> methods.get(name).forEach(text::append));
        return text.toString();
    }

    private static boolean runs(Candidate candidate, String member) {
        return candidate == Candidate.JVP_GENERATED
                ? member.endsWith("Jvp")
                : member.endsWith("Vjp") || member.endsWith("Jacobian");
    }

    private static Stream<String> mentioned(MethodTree method) {
        List<String> names = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree name, Void none) {
                names.add(name.getName().toString());
                return null;
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void none) {
                names.add(select.getIdentifier().toString());
                return super.visitMemberSelect(select, none);
            }
        }.scan(method.getBody(), null);
        return names.stream();
    }
}
