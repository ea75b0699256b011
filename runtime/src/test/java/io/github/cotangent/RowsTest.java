package io.github.cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

    @Test
    void namesTheRowThatIsNull() {
        assertThatNullPointerException().isThrownBy(() -> Rows.check("x", null)).withMessage("x");
        assertThatNullPointerException()
                .isThrownBy(() -> Rows.check("x", new double[][] {{1}, null}))
                .withMessage("x[1]");
        assertThatNullPointerException()
                .isThrownBy(() -> Rows.check("x", new int[][][] {{}, {{1}, null}}))
                .withMessage("x[1][1]");
        assertThatCode(() -> Rows.check("x", new boolean[0][])).doesNotThrowAnyException();
    }

    @Test
    void namesTheRowOfAnotherLength() {
        double[][] like = {{1, 2}, {}, {3}};
        assertThatCode(() -> Rows.checkShape("xBar", new double[][] {{0, 0}, {}, {0}}, like))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.checkShape("xBar", new double[2][2], like))
                .withMessage("xBar has length 2, expected 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.checkShape("xBar", new double[][] {{0, 0}, {1}, {0}}, like))
                .withMessage("xBar[1] has length 1, expected 0");
        assertThatNullPointerException()
                .isThrownBy(() -> Rows.checkShape("xBar", new double[][] {{0, 0}, {}, null}, like))
                .withMessage("xBar[2]");
    }

    @Test
    void takesTheShapeOfSinglePrecision() {
        assertThatCode(() -> Rows.checkShape("xBar", new double[][] {{1, 2}}, new float[][] {{1, 2}}))
                .doesNotThrowAnyException();
    }

    @Test
    void rejectsARowInTwoPlaces() {
        double[] shared = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.checkDistinct("a", new double[][] {{2}, shared}, "x", new double[][] {shared}))
                .withMessage("a[1] is the same array as x[0], expected another one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.checkDistinct("a", new double[][] {shared}, "x", shared))
                .withMessage("a[0] is the same array as x, expected another one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.checkDistinct("a", shared, "x", new double[][][] {{{2}, shared}}))
                .withMessage("a is the same array as x[0][1], expected another one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.checkOwn("a", new double[][] {shared, {2}, shared}))
                .withMessage("a[2] is the same array as a[0], expected another one");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 9, 50})
    void findsTheRowInTwoPlacesAmongAnyNumber(int count) {
        for (int i = 0; i < count; i++) {
            double[][] a = new double[count][1];
            double[][] x = new double[count][1];
            assertThatCode(() -> Rows.checkOwn("a", a)).doesNotThrowAnyException();
            assertThatCode(() -> Rows.checkDistinct("a", a, "x", x)).doesNotThrowAnyException();
            a[i] = x[count - 1 - i];
            String shared = "a[" + i + "] is the same array as x[" + (count - 1 - i) + "], expected another one";
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Rows.checkDistinct("a", a, "x", x))
                    .withMessage(shared);
            int other = i == 0 ? 1 : 0;
            a[other] = a[i];
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Rows.checkOwn("a", a))
                    .withMessage("a[" + Math.max(i, other) + "] is the same array as a[" + Math.min(i, other)
                            + "], expected another one");
            double[][] holed = new double[count][1];
            holed[i] = null;
            assertThatNullPointerException()
                    .isThrownBy(() -> Rows.checkDistinct("x", x, "holed", holed))
                    .withMessage("holed[" + i + "]");
        }
    }

    @Test
    void acceptsWhatIsNotShared() {
        double[] empty = {};
        assertThatCode(() -> Rows.checkDistinct("a", new double[][] {{1}, empty}, "x", new double[][] {{1}, empty}))
                .doesNotThrowAnyException();
        assertThatCode(() -> Rows.checkOwn("a", new double[][] {{1}, {1}, empty, empty}))
                .doesNotThrowAnyException();
        double[] read = {1};
        assertThatCode(() -> Rows.checkDistinct("a", new double[][] {{1}}, "x", new double[][] {read, read}))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheNullOfAComparison() {
        assertThatNullPointerException()
                .isThrownBy(() -> Rows.checkDistinct("a", null, "x", new double[1]))
                .withMessage("a");
        assertThatNullPointerException()
                .isThrownBy(() -> Rows.checkDistinct("a", new float[1], "x", null))
                .withMessage("x");
        assertThatNullPointerException()
                .isThrownBy(() -> Rows.checkOwn("a", null))
                .withMessage("a");
        assertThatNullPointerException()
                .isThrownBy(() -> Rows.checkDistinct("a", new double[0][], "x", new double[1][]))
                .withMessage("x[0]");
        assertThatNullPointerException()
                .isThrownBy(() -> Rows.checkOwn("a", new double[1][]))
                .withMessage("a[0]");
    }

    @Test
    void copiesShareNothing() {
        double[][] array = {{1, 2}, {}, {3}};
        double[][] copy = Rows.copy(array, double[][].class);
        assertThat(copy).isDeepEqualTo(array);
        copy[0][0] = 5;
        assertThat(array[0][0]).isEqualTo(1);
        Rows.copy(copy, array);
        assertThat(array).isDeepEqualTo(new double[][] {{5, 2}, {}, {3}});
    }

    @Test
    void zerosHaveTheShape() {
        assertThat(Rows.zerosLike(new float[][] {{1, 2}, {}}, double[][].class)).isDeepEqualTo(new double[][] {
            {0, 0}, {}
        });
        double[][][] deep = {{{1}, {2, 3}}, {}};
        assertThat(Rows.count(Rows.zerosLike(deep, double[][][].class))).isEqualTo(3);
        Rows.clear(deep);
        assertThat(deep[0][1]).containsExactly(0, 0);
    }

    @Test
    void elementsAreLaidEndToEnd() {
        double[][] array = {{1, 2}, {}, {3}};
        double[] vector = new double[5];
        assertThat(Rows.count(array)).isEqualTo(3);
        assertThat(Rows.flatten(array, vector, 1)).isEqualTo(4);
        assertThat(vector).containsExactly(0, 1, 2, 3, 0);
        assertThat(Rows.slice(new double[] {9, 8, 7, 6}, 1, array, double[][].class))
                .isDeepEqualTo(new double[][] {{8, 7}, {}, {6}});
        Rows.set(array, 2, 4);
        Rows.set(array, 0, 5);
        assertThat(array).isDeepEqualTo(new double[][] {{5, 2}, {}, {4}});
        double[][][] deep = {{{1}, {2, 3}}, {}, {{4}}};
        Rows.set(deep, 3, 7);
        Rows.set(deep, 2, 6);
        assertThat(deep[2][0]).containsExactly(7);
        assertThat(deep[0][1]).containsExactly(2, 6);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Rows.set(array, 3, 1));
    }

    @Test
    void roundsToSinglePrecision() {
        assertThat(Rows.toFloat(new double[] {0.1, 2}, float[].class)).containsExactly(0.1f, 2f);
        assertThat(Rows.toFloat(new double[][] {{0.1}, {}}, float[][].class)).isDeepEqualTo(new float[][] {{0.1f}, {}});
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 9, 50})
    void looksForRowsThatStandInTwoPlaces(int count) {
        double[][] buffer = numbered(count);
        double[][] other = numbered(count);
        Rows.checkOwn("xBar", buffer);
        Rows.checkDistinct("xBar", buffer, "x", other);
        Rows.checkDistinct("xBar", buffer, "y", new double[] {0, 1});
        assertThat(buffer).isDeepEqualTo(numbered(count));

        other[1] = buffer[count - 1];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.checkDistinct("xBar", buffer, "x", other))
                .withMessage("xBar[" + (count - 1) + "] is the same array as x[1], expected another one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.checkDistinct("xBar", buffer, "y", other[1]))
                .withMessage("xBar[" + (count - 1) + "] is the same array as y, expected another one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.checkDistinct("yBar", other[1], "x", other))
                .withMessage("yBar is the same array as x[1], expected another one");
        assertThat(buffer).isDeepEqualTo(numbered(count));

        buffer[0] = buffer[count - 1];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.checkOwn("xBar", buffer))
                .withMessage("xBar[" + (count - 1) + "] is the same array as xBar[0], expected another one");
        assertThat(buffer[0]).containsExactly(count - 1, 1, 1);
    }

    /** The mark by which many rows are recognised may stand in an array by chance. */
    @Test
    void takesNoNumberForASharedRow() {
        double[][] buffer = numbered(50);
        double[][] other = numbered(50);
        buffer[3][0] = Double.longBitsToDouble(Innermost.MARK);
        other[4][0] = Double.longBitsToDouble(Innermost.MARK);

        assertThatCode(() -> Rows.checkOwn("xBar", buffer)).doesNotThrowAnyException();
        assertThatCode(() -> Rows.checkDistinct("xBar", buffer, "x", other)).doesNotThrowAnyException();
        assertThat(buffer[3][0]).isNaN();
        assertThat(buffer[4][0]).isEqualTo(4);
    }

    private static double[][] numbered(int count) {
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = new double[] {i, 1, 1};
        }
        return rows;
    }
}
