package io.github.cotangent.processor.fuzz;

import io.github.cotangent.processor.Generation.Mode;
import io.github.cotangent.processor.corpus.Shapes;
import io.github.cotangent.processor.fuzz.Comparison.Difference;
import io.github.cotangent.processor.fuzz.Comparison.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An exception of the method, and of its members.
 *
 * <p>Members throw what the method throws. Only simplified ones may omit an exception of the Java machine, of code whose
 * result is not used; what a program throws by itself is never omitted.
 */
final class Refusal {

    private final Members members;
    private final Runnable oracle;
    private final Throwable expected;
    private final boolean omissible;

    Refusal(Members members, Runnable oracle, Throwable expected, Mode mode) {
        this.members = members;
        this.oracle = oracle;
        this.expected = expected;
        this.omissible = mode == Mode.SIMPLIFIED && !isOwn(expected);
    }

    /** Whether a program throws it itself. */
    static boolean isOwn(Throwable thrown) {
        return thrown instanceof AssertionError
                || thrown.getMessage() != null && thrown.getMessage().startsWith(JavaText.REFUSED);
    }

    /** What came of it; a mismatch is thrown. */
    Outcome compare(Program program, Input input) {
        if (throwsToo("dual numbers", oracle) == Outcome.THROWS_UNUSED) {
            throw new Difference("no exception over dual numbers", "expected " + expected);
        }
        Outcome outcome = Outcome.THROWS;
        for (Map.Entry<String, Runnable> call :
                calls(program, input.vector().length).entrySet()) {
            if (throwsToo(call.getKey(), call.getValue()) == Outcome.THROWS_UNUSED) {
                outcome = Outcome.THROWS_UNUSED;
            }
        }
        return outcome;
    }

    private Map<String, Runnable> calls(Program program, int parameters) {
        Map<String, Runnable> calls = new LinkedHashMap<>();
        boolean scalar = members.isScalar();
        if (scalar || program.main().result() == Type.VOID) {
            double[] seed = Input.random(scalar ? 1 : outputs(program), 13);
            calls.put("Jvp", () -> members.jvp(new double[parameters], seed.length));
            calls.put("Vjp", () -> members.vjp("Vjp", seed, Members.filled(parameters)));
            calls.put("VjpAdd", () -> members.vjp("VjpAdd", seed, Input.random(parameters, 12)));
        }
        List<String> matrices = scalar ? List.of() : List.of("Jacobian", "JacobianForward", "JacobianReverse");
        matrices.forEach(each -> calls.put(each, () -> members.matrix(each)));
        if (scalar) {
            calls.put("Gradient", members::gradient);
        } else {
            calls.put("Pullback", members::pulledBack);
        }
        if (program.order() > 1) {
            calls.put("Hvp", () -> members.hvp(new double[parameters]));
        }
        return calls;
    }

    private int outputs(Program program) {
        List<Object> outputs = new ArrayList<>();
        for (int i = 0; i < program.main().parameters().size(); i++) {
            if (program.main().parameters().get(i).output()) {
                outputs.add(members.argument(i));
            }
        }
        return Shapes.flat(outputs).length;
    }

    private Outcome throwsToo(String what, Runnable call) {
        try {
            call.run();
        } catch (Reflection.Thrown failure) {
            if (isSame(failure.getCause())) {
                return Outcome.THROWS;
            }
            if (!omissible) {
                throw new Difference("another exception", what + ": " + failure.getCause() + ", expected " + expected);
            }
            return Outcome.THROWS_UNUSED;
        }
        if (!omissible) {
            throw new Difference("no exception", what + ", expected " + expected);
        }
        return Outcome.THROWS_UNUSED;
    }

    private boolean isSame(Throwable thrown) {
        return thrown.getClass() == expected.getClass()
                && (!isOwn(expected) || Objects.equals(thrown.getMessage(), expected.getMessage()));
    }
}
