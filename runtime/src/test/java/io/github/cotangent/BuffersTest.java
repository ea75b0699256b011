package io.github.cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class BuffersTest {

    @Test
    void acceptsTheLengthExpected() {
        assertThatCode(() -> Buffers.checkLength("x", new double[3], 3)).doesNotThrowAnyException();
        assertThatCode(() -> Buffers.checkLength("x", new double[0], 0)).doesNotThrowAnyException();
    }

    @Test
    void namesTheArrayOfAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Buffers.checkLength("x", new double[2], 3))
                .withMessage("x has length 2, expected 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Buffers.checkLength("adjoint", new double[4], 3))
                .withMessage("adjoint has length 4, expected 3");
    }

    @Test
    void namesTheNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> Buffers.checkLength("x", null, 3))
                .withMessage("x");
        assertThatNullPointerException()
                .isThrownBy(() -> Buffers.checkDistinct("adjoint", null, "x", new double[1]))
                .withMessage("adjoint");
        assertThatNullPointerException()
                .isThrownBy(() -> Buffers.checkDistinct("adjoint", new double[1], "x", null))
                .withMessage("x");
        assertThatNullPointerException()
                .isThrownBy(() -> Buffers.checkDistinct("adjoint", null, "x", null))
                .withMessage("adjoint");
    }

    @Test
    void rejectsOneArrayInTwoPlaces() {
        double[] shared = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Buffers.checkDistinct("adjoint", shared, "x", shared))
                .withMessage("adjoint is the same array as x, expected another one");
    }

    @Test
    void acceptsEqualArraysAndOneEmptyArrayInTwoPlaces() {
        double[] empty = {};
        assertThatCode(() -> Buffers.checkDistinct("adjoint", new double[] {1}, "x", new double[] {1}))
                .doesNotThrowAnyException();
        assertThatCode(() -> Buffers.checkDistinct("adjoint", empty, "x", empty))
                .doesNotThrowAnyException();
    }

    @Test
    void aMatrixHasRowsOfItsOwn() {
        double[][] matrix = Buffers.matrix(2, 3);
        matrix[0][1] = 1;
        assertThat(matrix).isDeepEqualTo(new double[][] {{0, 1, 0}, {0, 0, 0}});
        assertThat(Buffers.matrix(0, 3)).isEmpty();
    }
}
