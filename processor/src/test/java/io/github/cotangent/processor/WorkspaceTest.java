package io.github.cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cotangent.Workspace;
import io.github.cotangent.processor.Generation.Mode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls with a workspace allocate: nothing, whether the virtual machine compiles them or not. */
final class WorkspaceTest {

    private static final String MODELS = """
        package workspaces;

        import io.github.cotangent.*;

        final class Models {
            private Models() {}

            @Differentiable(workspace = true)
            static double saved(double[] x) {
                double[] y = new double[x.length];
                double state = 0;
                for (int i = 0; i < x.length; i++) {
                    y[i] = Math.exp(state) * x[i];
                    state = Math.sin(state + x[i] * y[i]);
                }
                return state;
            }

            @Differentiable(workspace = true)
            static double searched(double[] x) {
                double[] last = x.clone();
                double y = x[0];
                boolean[] seen = new boolean[x.length];
                int steps = 0;
                while (Math.abs(y * y - x[1]) > 1e-9 && steps < 40) {
                    double[] scratch = new double[2];
                    scratch[0] = y * y;
                    scratch[1] = scratch[0] - x[1];
                    y = y - 0.25 * scratch[1] / y;
                    last[steps % last.length] = y * last[0];
                    seen[steps % last.length] = y > 1;
                    steps++;
                }
                return y + (seen[0] ? last[0] : last[1]);
            }

            @Differentiable(workspace = true)
            static double rows(double[] x) {
                int n = x.length;
                double[][] a = new double[n][n];
                double[][] jagged = new double[n][];
                for (int i = 0; i < n; i++) {
                    jagged[i] = new double[i + 1];
                    for (int j = 0; j <= i; j++) {
                        a[i][j] = Math.sin(x[i] * x[j]);
                        jagged[i][j] = a[i][j] * a[i][0];
                        a[i][j] = jagged[i][j] * jagged[i][0];
                    }
                }
                double sum = 0;
                for (double[] row : a) {
                    for (double element : row) {
                        sum += element * sum + element;
                    }
                }
                return sum;
            }

            @Differentiable(workspace = true)
            static double calls(double[] x) {
                double[] squares = new double[x.length];
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    Rates.squared(x, squares);
                    sum = Math.sin(sum + squares[k]) + Rates.total(squares) + recursive(x, x.length) * sum;
                }
                return sum;
            }

            static double recursive(double[] x, int n) {
                double last = n == 0 ? 1 : x[n - 1];
                return n == 0 ? 1 : Math.sin(last) * recursive(x, n - 1);
            }

            @Differentiable(workspace = true)
            static void outputs(double[] x, @Output double[] y) {
                double[] squares = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    squares[i] = x[i] * x[i];
                    y[i % 2] = y[i % 2] * squares[i] + squares[0];
                }
            }
        }
        """;

    private static final String RATES = """
        package workspaces;

        import io.github.cotangent.*;

        final class Rates {
            private Rates() {}

            @Differentiable(workspace = true)
            static void squared(double[] x, @Output double[] y) {
                for (int i = 0; i < x.length; i++) {
                    y[i] = x[i] * x[i] * Math.sin(y[i]) + x[0] * x[i];
                }
            }

            @Differentiable(workspace = true)
            static double total(double[] x) {
                double sum = 0;
                for (int i = 0; i < x.length; i++) {
                    sum = Math.sin(sum + x[i]);
                }
                return sum;
            }
        }
        """;

    /** Counts the bytes of some calls, the least of several rounds: now and then the virtual machine allocates something itself. */
    private static final String DRIVER = """
        package workspaces;

        import com.sun.management.ThreadMXBean;
        import io.github.cotangent.Workspace;
        import java.lang.management.ManagementFactory;

        final class Driver {
            private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            private static final int CALLS = 10;
            private static final int ROUNDS = 20;

            private Driver() {}

            static long none(double[] x, double[] bar) {
                return -THREADS.getCurrentThreadAllocatedBytes() + THREADS.getCurrentThreadAllocatedBytes();
            }
        %s
        }
        """;

    private static String bytes(String name, String call) {
        return """
                static long %s(double[] x, double[] bar) {
                    Workspace workspace = new Workspace();
                    long least = Long.MAX_VALUE;
                    for (int i = 0; i < ROUNDS; i++) {
                        long before = THREADS.getCurrentThreadAllocatedBytes();
                        for (int k = 0; k < CALLS; k++) {
                            %s;
                        }
                        least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
                    }
                    return least;
                }
            """.formatted(name, call);
    }

    private static String both(String name) {
        String arguments = "ModelsDerivatives." + name + "ValueAndGradient(x, bar";
        return bytes(name, arguments + ", workspace)") + bytes(name + "Plain", arguments + ")");
    }

    private static Map<String, String> sources() {
        String outputs = "ModelsDerivatives.outputsVjp(x, OUTPUT, SEED, bar";
        String driver = both("saved")
                + both("searched")
                + both("rows")
                + both("calls")
                + "    private static final double[] OUTPUT = {1, 2};\n    private static final double[] SEED = {0.5, 0.25};\n"
                + bytes("outputs", outputs + ", workspace)")
                + bytes("outputsPlain", outputs + ")");
        return Map.of(
                "workspaces.Models", MODELS,
                "workspaces.Rates", RATES,
                "workspaces.Driver", DRIVER.formatted(driver));
    }

    private static final class Compiled {
        static final Map<Mode, Generation> ALL = Map.of(
                Mode.RAW,
                Generation.of(Mode.RAW, sources()),
                Mode.SIMPLIFIED,
                Generation.of(Mode.SIMPLIFIED, sources()));
    }

    private static Object call(Mode mode, String type, String name, Object... arguments) {
        Class<?>[] types = Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
        try {
            Method method = Compiled.ALL.get(mode).load("workspaces." + type).getDeclaredMethod(name, types);
            method.setAccessible(true);
            return method.invoke(null, arguments);
        } catch (InvocationTargetException failure) {
            throw new AssertionError(failure.getCause());
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }

    private static long bytes(Mode mode, String name) {
        return (long) call(mode, "Driver", name, new double[] {1.5, 0.75, 2, -0.5, 0.25}, new double[5]);
    }

    @ParameterizedTest
    @EnumSource
    void allocatesNothing(Mode mode) {
        assertThat(bytes(mode, "none")).isZero();
        for (String name : new String[] {"saved", "searched", "rows", "calls", "outputs"}) {
            assertThat(bytes(mode, name)).as("%s with a workspace", name).isZero();
            assertThat(bytes(mode, name + "Plain")).as("%s without", name).isPositive();
        }
    }

    /** What a loop needs for an iteration, all iterations share. */
    @Test
    void doesNotGrowWithScratchArrays() {
        long few = held("calls", 4);
        long many = held("calls", 40);
        assertThat(many).isBetween(5 * few, 15 * few);
    }

    private static long held(String name, int n) {
        Workspace workspace = new Workspace();
        double[] x = new double[n];
        Arrays.setAll(x, i -> 0.5 + 0.25 * i);
        call(Mode.SIMPLIFIED, "ModelsDerivatives", name + "ValueAndGradient", x, new double[n], workspace);
        return workspace.bytesHeld();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void takesOtherSizesAndMethodsInTurn(int n) {
        Workspace workspace = new Workspace();
        for (int size : new int[] {3, n + 2, 3, n + 2}) {
            for (String name : new String[] {"saved", "searched", "rows", "calls"}) {
                double[] x = new double[size];
                Arrays.setAll(x, i -> 1.5 - 0.25 * i);
                double[] plain = new double[size];
                double[] working = new double[size];
                String member = name + "ValueAndGradient";
                assertThat(call(Mode.SIMPLIFIED, "ModelsDerivatives", member, x, working, workspace))
                        .isEqualTo(call(Mode.SIMPLIFIED, "ModelsDerivatives", member, x, plain));
                assertThat(working).isEqualTo(plain);
            }
        }
    }

    @Test
    void checksFirst() throws ReflectiveOperationException {
        Method method = Compiled.ALL
                .get(Mode.SIMPLIFIED)
                .load("workspaces.ModelsDerivatives")
                .getDeclaredMethod("savedValueAndGradient", double[].class, double[].class, Workspace.class);
        method.setAccessible(true);
        double[] bar = {7};
        assertThatThrownBy(() -> method.invoke(null, new double[1], bar, null))
                .hasCauseInstanceOf(NullPointerException.class)
                .hasRootCauseMessage("workspace");
        assertThat(bar).containsExactly(7);
    }
}
