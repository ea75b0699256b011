package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import io.github.cotangent.processor.emit.code.Code;
import io.github.cotangent.processor.emit.code.Names;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The last parameter of members that take a workspace.
 *
 * @param name what it is called; empty for members that take none
 * @param mark a variable for the place where a member has begun to take arrays
 */
record WorkspaceParameter(Optional<String> name, String mark) {

    static final WorkspaceParameter NONE = new WorkspaceParameter(Optional.empty(), "");

    private static final ClassName WORKSPACE = ClassName.get("io.github.cotangent", "Workspace");

    /** A parameter whose name is apart from those of other parameters. */
    static WorkspaceParameter beside(List<String> parameters) {
        Set<String> taken = new HashSet<>(Code.CLASSES);
        taken.addAll(parameters);
        Names names = new Names(taken);
        return new WorkspaceParameter(Optional.of(names.declare("workspace")), names.declare("mark"));
    }

    /** Whether a function takes arrays from a workspace if it is given one. */
    static boolean serves(Function function) {
        boolean[] serves = {false};
        function.body().forEach(statement -> serves[0] |= takesArrays(statement));
        return serves[0];
    }

    private static boolean takesArrays(Statement statement) {
        return statement instanceof Let let && let.primitive().allocates()
                || statement instanceof Call call && call.callee().takesWorkspace()
                || statement instanceof Part part && serves(part.function());
    }

    boolean isThere() {
        return name.isPresent();
    }

    /** The names of parameters, and this one after them. */
    List<String> after(List<String> parameters) {
        return Arguments.join(parameters, name.stream().toList());
    }

    List<ParameterSpec> parameters() {
        return name.stream()
                .map(each -> ParameterSpec.builder(WORKSPACE, each).build())
                .toList();
    }

    Documentation document(Documentation documentation) {
        name.ifPresent(
                each -> documentation.parameter(each, "arrays of earlier calls, and of this one for those to come"));
        return documentation;
    }

    CodeBlock check() {
        return name.map(each -> Member.statement("$T.requireNonNull($L, $S)", Objects.class, each, each))
                .orElse(CodeBlock.of(""));
    }

    /** A sweep, which gives its arrays back however it ends. */
    CodeBlock around(CodeBlock sweep) {
        return name.map(each -> CodeBlock.builder()
                        .addStatement("int $L = $L.mark()", mark, each)
                        .beginControlFlow("try")
                        .add(sweep)
                        .nextControlFlow("finally")
                        .addStatement("$L.release($L)", each, mark)
                        .endControlFlow()
                        .build())
                .orElse(sweep);
    }

    /** The body of a method whose parameters stand for those of a function. */
    CodeBlock body(Function function, List<String> parameters, List<String> results, Code.Ending ending) {
        return Code.of(function, new Code.Surroundings(parameters, Set.of(), true, results, name), ending);
    }

    /** The same where the body itself gives back the arrays that it takes. */
    CodeBlock wholeBody(Function function, List<String> parameters, List<String> results, Code.Ending ending) {
        Set<String> taken = isThere() ? Set.of(mark) : Set.of();
        return around(Code.of(function, new Code.Surroundings(parameters, taken, true, results, name), ending));
    }
}
