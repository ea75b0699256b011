package io.github.cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class WorkspaceTest {

    private final Workspace workspace = new Workspace();
    private int whole = workspace.mark();

    /** Begins a call, the one before having ended. */
    private void again() {
        workspace.release(whole);
        whole = workspace.mark();
    }

    @Test
    void keepsArrays() {
        double[] first = workspace.doubles(3);
        double[] second = workspace.doubles(3);
        int[] third = workspace.array(int[].class, 2);
        assertThat(second).isNotSameAs(first);
        Arrays.fill(first, 7);
        Arrays.fill(third, 7);
        again();
        assertThat(workspace.doubles(3)).isSameAs(first).containsOnly(0);
        assertThat(workspace.doubles(3)).isSameAs(second);
        assertThat(workspace.array(int[].class, 2)).isSameAs(third).containsOnly(0);
    }

    @Test
    void makesWhatDoesNotFit() {
        double[] first = workspace.doubles(3);
        double[] second = workspace.doubles(5);
        again();
        assertThat(workspace.doubles(4)).hasSize(4);
        assertThat(workspace.doubles(5)).isSameAs(second);
        assertThat(workspace.doubles(3)).isSameAs(first);
        again();
        assertThat(workspace.array(float[].class, 4)).hasSize(4);
        assertThat(workspace.doubles(5)).isSameAs(second);
    }

    @Test
    void givesBackToTheMark() {
        double[] outer = workspace.doubles(2);
        for (int i = 0; i < 3; i++) {
            int mark = workspace.mark();
            double[] inner = workspace.doubles(2);
            assertThat(inner).isNotSameAs(outer);
            workspace.release(mark);
            mark = workspace.mark();
            int[] other = workspace.array(int[].class, 4);
            assertThat(workspace.doubles(2)).isSameAs(inner);
            workspace.release(mark);
            assertThat(workspace.array(int[].class, 4)).isSameAs(other);
            again();
            assertThat(workspace.doubles(2)).isSameAs(outer);
        }
    }

    /** A call inside another one does not let go of what that is still to ask for. */
    @Test
    void callsNest() {
        Object[] before = nested();
        again();
        assertThat(nested()).usingElementComparator((a, b) -> a == b ? 0 : 1).containsExactly(before);
    }

    private Object[] nested() {
        int mark = workspace.mark();
        double[] inner = workspace.doubles(2);
        workspace.release(mark);
        return new Object[] {inner, workspace.array(long[].class, 9)};
    }

    @Test
    void holdsWhatTheLastCallNeeded() {
        workspace.doubles(2);
        workspace.array(boolean[].class, 5);
        workspace.array(short[].class, 5);
        assertThat(workspace.bytesHeld()).isEqualTo(16 + 16 + 16 + 5 + 16 + 10);
        again();
        assertThat(workspace.bytesHeld()).isEqualTo(16 + 16 + 16 + 5 + 16 + 10);
        workspace.array(short[].class, 5);
        again();
        assertThat(workspace.bytesHeld()).isEqualTo(16 + 10);
        workspace.array(byte[][].class, 3);
        again();
        assertThat(workspace.bytesHeld()).isEqualTo(16 + 12);
        again();
        assertThat(workspace.bytesHeld()).isZero();
    }

    @Test
    void clearsEveryType() {
        for (Class<?> type : new Class<?>[] {
            double[].class,
            float[].class,
            long[].class,
            int[].class,
            short[].class,
            char[].class,
            byte[].class,
            boolean[].class
        }) {
            assertThat(cleared(type)).as(type.getSimpleName()).isTrue();
        }
    }

    private boolean cleared(Class<?> type) {
        Object array = workspace.array(type, 3);
        Object fresh = java.lang.reflect.Array.newInstance(type.getComponentType(), 3);
        Object some = type == boolean[].class ? (Object) true : type == char[].class ? (Object) 'x' : (Object) (byte) 1;
        java.lang.reflect.Array.set(array, 2, some);
        again();
        Object again = workspace.array(type, 3);
        again();
        return again == array && Arrays.deepEquals(new Object[] {again}, new Object[] {fresh});
    }

    @Test
    void makesRowsAnew() {
        double[][] rows = workspace.array(double[][].class, 2, 3);
        double[] first = rows[0];
        rows[1] = first;
        first[0] = 7;
        again();
        double[][] again = workspace.array(double[][].class, 2, 3);
        assertThat(again).isSameAs(rows);
        assertThat(again[0]).isSameAs(first).containsExactly(0, 0, 0);
        assertThat(again[1]).isNotSameAs(first).containsExactly(0, 0, 0);
        again();
        assertThat(workspace.array(double[][].class, 2)).isSameAs(rows).isDeepEqualTo(new double[2][]);
        assertThat(workspace.array(int[][][].class, 2, 1)).isDeepEqualTo(new int[2][1][]);
        assertThat(workspace.array(String[][].class, 1, 2)).isDeepEqualTo(new String[1][2]);
    }

    @Test
    void copiesAndGrows() {
        double[] source = {1, 2, 3};
        double[] copy = workspace.copy(source);
        assertThat(copy).isNotSameAs(source).containsExactly(1, 2, 3);
        double[][] rows = {source, null};
        assertThat(workspace.copy(rows)).isNotSameAs(rows).isDeepEqualTo(rows);
        assertThat(workspace.grow(copy, 2)).isSameAs(copy);
        double[] longer = workspace.grow(copy, 3);
        assertThat(longer).isEqualTo(Buffers.grow(copy, 3));
        longer[15] = 7;
        again();
        workspace.copy(source);
        workspace.copy(rows);
        assertThat(workspace.grow(copy, 3)).isSameAs(longer).isEqualTo(Buffers.grow(copy, 3));
        assertThat(workspace.grow(new boolean[1], 1)).isEqualTo(Buffers.grow(new boolean[1], 1));
        assertThat(workspace.grow(new int[0], 40)).isEqualTo(Buffers.grow(new int[0], 40));
    }

    @Test
    void failsAsNewDoes() {
        assertThatThrownBy(() -> workspace.doubles(-1))
                .isInstanceOf(NegativeArraySizeException.class)
                .hasMessage("-1");
        assertThatThrownBy(() -> workspace.array(int[][].class, -2, 1))
                .isInstanceOf(NegativeArraySizeException.class)
                .hasMessage("-2");
        assertThatThrownBy(() -> workspace.array(int[][].class, 0, -3))
                .isInstanceOf(NegativeArraySizeException.class)
                .hasMessage("-3");
        assertThatThrownBy(() -> workspace.copy(null)).isInstanceOf(NullPointerException.class);
        again();
        assertThat(workspace.bytesHeld()).isZero();
        assertThat(workspace.doubles(2)).containsExactly(0, 0);
    }
}
