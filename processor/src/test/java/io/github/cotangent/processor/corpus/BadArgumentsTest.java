package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every array of every generated method, in turn null and of a wrong length: the parameter is named, and no buffer touched.
 */
final class BadArgumentsTest {

    /** What a buffer holds that nobody may write to. */
    private static final double UNTOUCHED = 123.5;

    private static final List<String> MEMBERS = List.of(
            "Jvp",
            "Vjp",
            "VjpAdd",
            "Gradient",
            "ValueAndGradient",
            "Jacobian",
            "JacobianForward",
            "JacobianReverse",
            "Pullback");

    static Stream<Subject> subjects() {
        return Corpus.simplified().stream();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void nullIsRefused(Subject subject) {
        for (Call call : calls(subject)) {
            for (int i = 0; i < call.arguments().size(); i++) {
                if (call.arguments().get(i).getClass().isArray()) {
                    call.with(i, null).refuses(NullPointerException.class, call.parameter(i));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aWrongLengthIsRefused(Subject subject) {
        int primals = subject.parameters().size();
        for (Call call : calls(subject)) {
            for (int i = primals; i < call.arguments().size(); i++) {
                if (call.arguments().get(i) instanceof double[] array) {
                    double[] longer = filled(array.length + 1);
                    call.with(i, longer).refuses(IllegalArgumentException.class, call.parameter(i));
                    if (array.length > 0) {
                        double[] shorter = filled(array.length - 1);
                        call.with(i, shorter).refuses(IllegalArgumentException.class, call.parameter(i));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aBufferThatIsReadIsRefused(Subject subject) {
        for (Call call : calls(subject)) {
            int last = call.arguments().size() - 1;
            String name = call.parameter(last);
            boolean isBuffer = name.endsWith("Bar") || name.equals("gradient") || name.equals("tangent");
            if (last < call.primals() || !isBuffer || !(call.arguments().get(last) instanceof double[] buffer)) {
                continue;
            }
            for (int i = 0; i < last; i++) {
                boolean fits = call.arguments().get(i) instanceof double[] array && array.length == buffer.length;
                if (fits && buffer.length > 0) {
                    call.with(i, buffer).refuses(IllegalArgumentException.class, name);
                }
            }
        }
    }

    @Test
    void theMessageSaysWhatWasExpected() {
        Subject subject = subjects()
                .filter(each -> each.name().equals("rosenbrock"))
                .findFirst()
                .orElseThrow();
        double[] x = {1, 2, 3};
        assertThat(catchThrowable(() -> subject.call("Vjp", List.of(x, 1.0, new double[2]))))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("xBar has length 2, expected 3");
        assertThat(catchThrowable(() -> subject.call("ValueAndGradient", Arrays.asList(null, new double[2]))))
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage("x");
    }

    /** A call of a generated method, with arguments that it accepts until some are replaced. */
    private record Call(Subject subject, String suffix, Method member, int primals, List<Object> arguments) {

        String parameter(int place) {
            return member.getParameters()[place].getName();
        }

        Call with(int place, Object argument) {
            List<Object> replaced = new ArrayList<>(arguments);
            replaced.set(place, argument);
            return new Call(subject, suffix, member, primals, replaced);
        }

        void refuses(Class<? extends RuntimeException> type, String parameter) {
            List<Object> before = FlatFunction.copy(arguments);
            Throwable failure = catchThrowable(() -> Subject.invoke(member, null, arguments));
            assertThat(failure).as("%s of %s", member, parameter).isExactlyInstanceOf(type);
            assertThat(failure.getMessage())
                    .as("%s of %s", member, parameter)
                    .containsPattern("\\b\\Q" + parameter + "\\E(\\W|$)");
            assertThat(Arrays.deepEquals(arguments.toArray(), before.toArray()))
                    .as("%s leaves its arguments alone", member)
                    .isTrue();
        }
    }

    /** A call of every member that takes arrays, at the function's first input. */
    private static List<Call> calls(Subject subject) {
        Input input = Input.of(subject.function()).get(0);
        FlatFunction function = new FlatFunction(subject, input.arguments());
        int results = function.value(function.point()).length;
        List<Call> calls = new ArrayList<>();
        for (String suffix : MEMBERS) {
            subject.member(suffix).ifPresent(member -> {
                List<Object> arguments = new ArrayList<>(function.at(function.point()));
                int primals = arguments.size();
                Parameter[] parameters = member.getParameters();
                List<Integer> lengths = lengths(subject, input, suffix, results);
                for (int i = primals; i < parameters.length; i++) {
                    boolean array = parameters[i].getType() == double[].class;
                    arguments.add(array ? filled(lengths.get(i - primals)) : (Object) 1.0);
                }
                calls.add(new Call(subject, suffix, member, primals, arguments));
            });
        }
        return calls;
    }

    /** How long the arrays behind the primals have to be; anything for scalars. */
    private static List<Integer> lengths(Subject subject, Input input, String suffix, int results) {
        List<Integer> lengths = new ArrayList<>();
        if (suffix.startsWith("Vjp")) {
            lengths.add(results);
        }
        int[] places = suffix.equals("Jvp") ? subject.differentiable() : subject.buffers();
        for (int place : places) {
            lengths.add(input.arguments().get(place) instanceof double[] array ? array.length : 0);
        }
        if (suffix.equals("Jvp")) {
            lengths.add(results);
        }
        return lengths;
    }

    private static double[] filled(int length) {
        double[] array = new double[length];
        Arrays.fill(array, UNTOUCHED);
        return array;
    }
}
