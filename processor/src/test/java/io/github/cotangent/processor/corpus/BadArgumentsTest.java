package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
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
        return Corpus.simplified().stream().filter(BadArgumentsTest::mayReturn);
    }

    private static boolean mayReturn(Subject subject) {
        At inputs = subject.function().getAnnotation(At.class);
        return inputs.value().length + inputs.kinks().length > 0;
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
    void aNullRowIsRefused(Subject subject) {
        for (Call call : calls(subject)) {
            for (int i = 0; i < call.arguments().size(); i++) {
                if (call.arguments().get(i) instanceof Object[] rows && rows.length > 0) {
                    Object[] incomplete = rows.clone();
                    incomplete[rows.length - 1] = null;
                    String row = call.parameter(i) + "[" + (rows.length - 1) + "]";
                    call.with(i, incomplete).refuses(NullPointerException.class, row);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aWrongLengthIsRefused(Subject subject) {
        for (Call call : calls(subject)) {
            for (int i = call.primals(); i < call.arguments().size(); i++) {
                Object array = call.arguments().get(i);
                if (array.getClass().isArray()) {
                    refusesOtherLengths(call, i, array);
                }
            }
        }
    }

    private static void refusesOtherLengths(Call call, int place, Object array) {
        int length = Array.getLength(array);
        call.with(place, resized(array, length + 1)).refuses(IllegalArgumentException.class, call.parameter(place));
        if (length > 0) {
            call.with(place, resized(array, length - 1)).refuses(IllegalArgumentException.class, call.parameter(place));
        }
        if (length > 0 && array instanceof Object[] rows) {
            Object[] uneven = rows.clone();
            uneven[length - 1] = resized(rows[length - 1], Array.getLength(rows[length - 1]) + 1);
            String row = call.parameter(place) + "[" + (length - 1) + "]";
            call.with(place, uneven).refuses(IllegalArgumentException.class, row);
        }
    }

    private static Object resized(Object array, int length) {
        Object resized = Array.newInstance(array.getClass().getComponentType(), length);
        for (int i = 0; i < length; i++) {
            Object row = array instanceof Object[] rows
                    ? (i < rows.length ? rows[i] : rows.length == 0 ? null : rows[0])
                    : UNTOUCHED;
            if (row != null) {
                Array.set(resized, i, row);
            }
        }
        return resized;
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void anArrayInTwoPlacesIsRefused(Subject subject) {
        for (Call call : calls(subject)) {
            for (int i = 0; i < call.arguments().size(); i++) {
                for (int j = 0; j < i; j++) {
                    if ((call.isWritten(i) || call.isWritten(j)) && call.couldBeOne(i, j)) {
                        String either = call.parameter(i) + "|" + call.parameter(j);
                        call.with(j, call.arguments().get(i)).refusesAny(IllegalArgumentException.class, either);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aRowInTwoPlacesIsRefused(Subject subject) {
        for (Call call : calls(subject)) {
            for (int i = 0; i < call.arguments().size(); i++) {
                if (call.isWritten(i)
                        && call.arguments().get(i) instanceof Object[] rows
                        && rows.length > 1
                        && Array.getLength(rows[0]) > 0
                        && Array.getLength(rows[0]) == Array.getLength(rows[1])) {
                    Object[] twice = rows.clone();
                    twice[1] = rows[0];
                    call.with(i, twice).refuses(IllegalArgumentException.class, call.parameter(i) + "[1]");
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

        /** Whether a member writes to an argument. */
        boolean isWritten(int place) {
            String name = parameter(place);
            boolean isOutput =
                    place < primals && subject.parameters().get(place).isOutput();
            boolean isTangent = Arrays.stream(subject.outputs())
                    .anyMatch(output ->
                            name.equals(subject.parameters().get(output).name() + "Dot"));
            boolean isBuffer = place >= primals
                    && (name.endsWith("Bar") || name.equals("gradient") || name.equals("tangent") || isTangent);
            return isOutput || isBuffer;
        }

        boolean couldBeOne(int i, int j) {
            Object a = arguments.get(i);
            Object b = arguments.get(j);
            return a.getClass() == b.getClass()
                    && a.getClass().isArray()
                    && Shapes.count(a) > 0
                    && Shapes.isSame(like(a), like(b));
        }

        private static List<Object> like(Object array) {
            return Shapes.parts(new double[Shapes.count(array)], List.of(array));
        }

        void refuses(Class<? extends RuntimeException> type, String parameter) {
            refusesAny(type, Pattern.quote(parameter));
        }

        void refusesAny(Class<? extends RuntimeException> type, String parameter) {
            List<Object> before = Shapes.copy(arguments);
            Throwable failure = catchThrowable(() -> Subject.invoke(member, null, arguments));
            assertThat(failure).as("%s of %s", member, parameter).isExactlyInstanceOf(type);
            assertThat(failure.getMessage())
                    .as("%s of %s", member, parameter)
                    .containsPattern("\\b(" + parameter + ")(\\W|$)");
            assertThat(Shapes.isSame(arguments, before))
                    .as("%s leaves its arguments alone", member)
                    .isTrue();
        }
    }

    /** A call of every member, at the function's first input. */
    private static List<Call> calls(Subject subject) {
        Input input = Input.of(subject.function()).get(0);
        FlatFunction function = new FlatFunction(subject, input.arguments());
        double[] adjoints = filled(function.point().length);
        double[] results = filled(function.value(function.point()).length);
        List<Call> calls = new ArrayList<>();
        for (String suffix : MEMBERS) {
            subject.member(suffix).ifPresent(member -> {
                List<Object> arguments = new ArrayList<>(function.at(function.point()));
                int primals = arguments.size();
                if (suffix.startsWith("Vjp")) {
                    arguments.addAll(function.resultParts(results));
                    arguments.addAll(function.buffers(adjoints));
                } else if (suffix.equals("Jvp")) {
                    arguments.addAll(function.parts(adjoints));
                    boolean takesBuffers = subject.isVector() && !subject.returnsRecord();
                    arguments.addAll(takesBuffers ? function.resultParts(results) : List.of());
                } else if (suffix.equals("ValueAndGradient")) {
                    arguments.addAll(function.buffers(adjoints));
                }
                calls.add(new Call(subject, suffix, member, primals, arguments));
            });
        }
        return calls;
    }

    private static double[] filled(int length) {
        double[] array = new double[length];
        Arrays.fill(array, UNTOUCHED);
        return array;
    }
}
