package golden;

import io.github.cotangent.Buffers;
import io.github.cotangent.Jacobians;
import io.github.cotangent.Pullback;
import io.github.cotangent.VectorFunction;
import java.util.Arrays;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@link Fields}.
 */
@Generated("io.github.cotangent.processor.DifferentiableProcessor")
final class FieldsDerivatives {
    private FieldsDerivatives() {
    }

    /**
     * Overwrites {@code tangent} with the derivative of {@link Fields#squares(double[])} along a
     * direction, by one forward sweep.
     *
     * @param x as in {@code squares}
     * @param xDot the tangent of {@code x}, of the same length
     * @param tangent overwritten with the tangent of the value, of its length
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double[] squaresJvp(double[] x, double[] xDot, double[] tangent) {
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("xDot", xDot, x.length);
        Buffers.checkDistinct("tangent", tangent, "x", x);
        Buffers.checkDistinct("tangent", tangent, "xDot", xDot);
        double[] y = new double[x.length];
        double[] yDot = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            // y[i] = x[i] * x[i];
            double xi = x[i];
            double xDotI = xDot[i];
            y[i] = xi * xi;
            yDot[i] = 2.0 * xi * xDotI;
        }
        Buffers.checkLength("tangent", tangent, y.length);
        System.arraycopy(yDot, 0, tangent, 0, tangent.length);
        return y;
    }

    /**
     * Overwrites buffers with a seed carried back through {@link Fields#squares(double[])}, by one reverse
     * sweep.
     *
     * @param x as in {@code squares}
     * @param seed the sensitivities of something to the results, of the length of the value
     * @param xBar overwritten with the adjoint of {@code x}, of the same length
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double[] squaresVjp(double[] x, double[] seed, double[] xBar) {
        Objects.requireNonNull(x, "x");
        Buffers.checkDistinct("xBar", xBar, "x", x);
        SquaresPullback pullback = squaresForward(x);
        pullback.apply(seed, xBar);
        return pullback.value();
    }

    /**
     * Adds a seed carried back through {@link Fields#squares(double[])} to buffers, by one reverse sweep.
     *
     * @param x as in {@code squares}
     * @param seed the sensitivities of something to the results, of the length of the value
     * @param xBar the adjoint of {@code x} is added to it; of the same length
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double[] squaresVjpAdd(double[] x, double[] seed, double[] xBar) {
        Objects.requireNonNull(x, "x");
        Buffers.checkDistinct("xBar", xBar, "x", x);
        SquaresPullback pullback = squaresForward(x);
        pullback.applyAdd(seed, xBar);
        return pullback.value();
    }

    /**
     * Evaluates {@link Fields#squares(double[])} and keeps what reverse sweeps from there need.
     *
     * <p>Arrays may be changed afterwards: what is needed of them is copied.
     *
     * @param x as in {@code squares}
     * @return the value, and the map from seeds to adjoints
     * @throws NullPointerException if an array is null
     */
    static SquaresPullback squaresPullback(double[] x) {
        Objects.requireNonNull(x, "x");
        return squaresForward(x.clone());
    }

    /**
     * The forward sweep of {@link Fields#squares(double[])}.
     *
     * @param x as in {@code squares}
     * @return what the reverse sweep needs
     */
    private static SquaresPullback squaresForward(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            // y[i] = x[i] * x[i];
            double xi = x[i];
            y[i] = xi * xi;
        }
        return new SquaresPullback(y, x);
    }

    /**
     * Returns the Jacobian of {@link Fields#squares(double[])}, by forward or by reverse sweeps, whichever
     * its shape makes cheaper.
     *
     * @param x as in {@code squares}
     * @return a row for each result, a column for each differentiable parameter: {@code x}
     * @throws NullPointerException if an array is null
     */
    static double[][] squaresJacobian(double[] x) {
        Objects.requireNonNull(x, "x");
        return Jacobians.of(squaresFunction(), x);
    }

    /**
     * Returns the Jacobian of {@link Fields#squares(double[])}, by one forward sweep for each column.
     *
     * @param x as in {@code squares}
     * @return a row for each result, a column for each differentiable parameter: {@code x}
     * @throws NullPointerException if an array is null
     */
    static double[][] squaresJacobianForward(double[] x) {
        Objects.requireNonNull(x, "x");
        return Jacobians.forward(squaresFunction(), x);
    }

    /**
     * Returns the Jacobian of {@link Fields#squares(double[])}, by one forward sweep and one reverse sweep
     * for each row.
     *
     * @param x as in {@code squares}
     * @return a row for each result, a column for each differentiable parameter: {@code x}
     * @throws NullPointerException if an array is null
     */
    static double[][] squaresJacobianReverse(double[] x) {
        Objects.requireNonNull(x, "x");
        return Jacobians.reverse(squaresFunction(), x);
    }

    /**
     * Returns {@link Fields#squares(double[])} as a function of one vector: {@code x}.
     *
     * @return the function
     */
    static VectorFunction squaresFunction() {
        return new VectorFunction() {
            @Override
            public double[] value(double[] x) {
                return Fields.squares(x);
            }

            @Override
            public double[] jvp(double[] x, double[] direction, double[] tangent) {
                Objects.requireNonNull(x, "x");
                Buffers.checkLength("direction", direction, x.length);
                return squaresJvp(x, direction, tangent);
            }

            @Override
            public double[] vjp(double[] x, double[] seed, double[] adjoint) {
                Objects.requireNonNull(x, "x");
                Buffers.checkLength("adjoint", adjoint, x.length);
                Buffers.checkDistinct("adjoint", adjoint, "x", x);
                Buffers.checkDistinct("adjoint", adjoint, "seed", seed);
                return squaresVjp(x, seed, adjoint);
            }

            @Override
            public Pullback pullback(double[] x) {
                Objects.requireNonNull(x, "x");
                return squaresPullback(x);
            }
        };
    }

    /**
     * Overwrites {@code tangent} with the derivative of {@link Fields#polar(double, double)} along a
     * direction, by one forward sweep.
     *
     * @param radius as in {@code polar}
     * @param angle as in {@code polar}
     * @param radiusDot the tangent of {@code radius}
     * @param angleDot the tangent of {@code angle}
     * @param tangent overwritten with the tangent of the value, of its length
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double[] polarJvp(double radius, double angle, double radiusDot, double angleDot,
            double[] tangent) {
        Objects.requireNonNull(tangent, "tangent");
        double[] y = new double[2];
        double[] yDot = new double[2];
        // y[0] = radius * Math.cos(angle);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        y[0] = radius * cos;
        yDot[0] = radiusDot * cos - radius * (angleDot * sin);
        // y[1] = radius * Math.sin(angle);
        y[1] = radius * sin;
        yDot[1] = radiusDot * sin + radius * (angleDot * cos);
        Buffers.checkLength("tangent", tangent, y.length);
        System.arraycopy(yDot, 0, tangent, 0, tangent.length);
        return y;
    }

    /**
     * Carries a seed back through {@link Fields#polar(double, double)}, by one reverse sweep.
     *
     * @param radius as in {@code polar}
     * @param angle as in {@code polar}
     * @param seed the sensitivities of something to the results, of the length of the value
     * @return the value, and the adjoints of the scalar parameters
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static PolarVjp polarVjp(double radius, double angle, double[] seed) {
        return polarForward(radius, angle).apply(seed);
    }

    /**
     * Carries a seed back through {@link Fields#polar(double, double)}, by one reverse sweep.
     *
     * @param radius as in {@code polar}
     * @param angle as in {@code polar}
     * @param seed the sensitivities of something to the results, of the length of the value
     * @return the value, and the adjoints of the scalar parameters
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static PolarVjp polarVjpAdd(double radius, double angle, double[] seed) {
        return polarForward(radius, angle).apply(seed);
    }

    /**
     * Evaluates {@link Fields#polar(double, double)} and keeps what reverse sweeps from there need.
     *
     * <p>Arrays may be changed afterwards: what is needed of them is copied.
     *
     * @param radius as in {@code polar}
     * @param angle as in {@code polar}
     * @return the value, and the map from seeds to adjoints
     */
    static PolarPullback polarPullback(double radius, double angle) {
        return polarForward(radius, angle);
    }

    /**
     * The forward sweep of {@link Fields#polar(double, double)}.
     *
     * @param radius as in {@code polar}
     * @param angle as in {@code polar}
     * @return what the reverse sweep needs
     */
    private static PolarPullback polarForward(double radius, double angle) {
        double[] y = new double[2];
        // y[0] = radius * Math.cos(angle);
        double cos = Math.cos(angle);
        y[0] = radius * cos;
        // y[1] = radius * Math.sin(angle);
        double sin = Math.sin(angle);
        y[1] = radius * sin;
        return new PolarPullback(y, sin, radius, cos);
    }

    /**
     * Returns the Jacobian of {@link Fields#polar(double, double)}, by forward or by reverse sweeps,
     * whichever its shape makes cheaper.
     *
     * @param radius as in {@code polar}
     * @param angle as in {@code polar}
     * @return a row for each result, a column for each differentiable parameter: {@code radius},
     *     {@code angle} laid end to end
     */
    static double[][] polarJacobian(double radius, double angle) {
        return Jacobians.of(polarFunction(), new double[] {radius, angle});
    }

    /**
     * Returns the Jacobian of {@link Fields#polar(double, double)}, by one forward sweep for each column.
     *
     * @param radius as in {@code polar}
     * @param angle as in {@code polar}
     * @return a row for each result, a column for each differentiable parameter: {@code radius},
     *     {@code angle} laid end to end
     */
    static double[][] polarJacobianForward(double radius, double angle) {
        return Jacobians.forward(polarFunction(), new double[] {radius, angle});
    }

    /**
     * Returns the Jacobian of {@link Fields#polar(double, double)}, by one forward sweep and one reverse
     * sweep for each row.
     *
     * @param radius as in {@code polar}
     * @param angle as in {@code polar}
     * @return a row for each result, a column for each differentiable parameter: {@code radius},
     *     {@code angle} laid end to end
     */
    static double[][] polarJacobianReverse(double radius, double angle) {
        // y[0] = radius * Math.cos(angle);
        double cos = Math.cos(angle);
        // y[1] = radius * Math.sin(angle);
        double sin = Math.sin(angle);
        double[][] jacobian = new double[2][];
        double[] row0 = new double[2];
        jacobian[0] = row0;
        double[] row1 = new double[2];
        jacobian[1] = row1;
        // y[0] = radius * Math.cos(angle);
        double angleBar = -(radius * sin);
        row0[0] = cos;
        row0[1] = angleBar;
        row1[0] = sin;
        row1[1] = radius * cos;
        return jacobian;
    }

    /**
     * Returns {@link Fields#polar(double, double)} as a function of one vector: {@code radius},
     * {@code angle}, in this order.
     *
     * @return the function
     */
    static VectorFunction polarFunction() {
        return new VectorFunction() {
            @Override
            public double[] value(double[] x) {
                Buffers.checkLength("x", x, 2);
                return Fields.polar(x[0], x[1]);
            }

            @Override
            public double[] jvp(double[] x, double[] direction, double[] tangent) {
                Buffers.checkLength("x", x, 2);
                Buffers.checkLength("direction", direction, 2);
                Buffers.checkDistinct("tangent", tangent, "x", x);
                Buffers.checkDistinct("tangent", tangent, "direction", direction);
                return polarJvp(x[0], x[1], direction[0], direction[1], tangent);
            }

            @Override
            public double[] vjp(double[] x, double[] seed, double[] adjoint) {
                Buffers.checkLength("x", x, 2);
                Buffers.checkLength("adjoint", adjoint, 2);
                Buffers.checkDistinct("adjoint", adjoint, "x", x);
                Buffers.checkDistinct("adjoint", adjoint, "seed", seed);
                PolarVjp vjp = polarVjp(x[0], x[1], seed);
                adjoint[0] = vjp.radius();
                adjoint[1] = vjp.angle();
                return vjp.value();
            }

            @Override
            public Pullback pullback(double[] x) {
                Buffers.checkLength("x", x, 2);
                return polarPullback(x[0], x[1]);
            }
        };
    }

    /**
     * Overwrites {@code tangent} with the derivative of
     * {@link Fields#affine(double[], double, double[], double)} along a direction, by one forward sweep.
     *
     * @param x as in {@code affine}
     * @param slope as in {@code affine}
     * @param offset as in {@code affine}
     * @param seed_ {@code seed} as in {@code affine}, held constant
     * @param xDot the tangent of {@code x}, of the same length
     * @param slopeDot the tangent of {@code slope}
     * @param offsetDot the tangent of {@code offset}, of the same length
     * @param tangent overwritten with the tangent of the value, of its length
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double[] affineJvp(double[] x, double slope, double[] offset, double seed_,
            double[] xDot, double slopeDot, double[] offsetDot, double[] tangent) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(offset, "offset");
        Buffers.checkLength("xDot", xDot, x.length);
        Buffers.checkLength("offsetDot", offsetDot, offset.length);
        Buffers.checkDistinct("tangent", tangent, "x", x);
        Buffers.checkDistinct("tangent", tangent, "offset", offset);
        Buffers.checkDistinct("tangent", tangent, "xDot", xDot);
        Buffers.checkDistinct("tangent", tangent, "offsetDot", offsetDot);
        double[] value = offset.clone();
        double[] valueDot = offsetDot.clone();
        for (int i = 0; i < value.length; i++) {
            // value[i] += slope * x[i] * seed;
            double valueDotI = valueDot[i];
            double xi = x[i];
            double xDotI = xDot[i];
            value[i] += slope * xi * seed_;
            valueDot[i] = valueDotI + (slopeDot * xi + slope * xDotI) * seed_;
        }
        Buffers.checkLength("tangent", tangent, value.length);
        System.arraycopy(valueDot, 0, tangent, 0, tangent.length);
        return value;
    }

    /**
     * Overwrites buffers with a seed carried back through
     * {@link Fields#affine(double[], double, double[], double)}, by one reverse sweep.
     *
     * @param x as in {@code affine}
     * @param slope as in {@code affine}
     * @param offset as in {@code affine}
     * @param seed_ {@code seed} as in {@code affine}, held constant
     * @param seed the sensitivities of something to the results, of the length of the value
     * @param xBar overwritten with the adjoint of {@code x}, of the same length
     * @param offsetBar overwritten with the adjoint of {@code offset}, of the same length
     * @return the value, and the adjoints of the scalar parameters
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static AffineVjp affineVjp(double[] x, double slope, double[] offset, double seed_,
            double[] seed, double[] xBar, double[] offsetBar) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(offset, "offset");
        Buffers.checkDistinct("xBar", xBar, "x", x);
        Buffers.checkDistinct("xBar", xBar, "offset", offset);
        Buffers.checkDistinct("offsetBar", offsetBar, "x", x);
        Buffers.checkDistinct("offsetBar", offsetBar, "offset", offset);
        return affineForward(x, slope, offset, seed_).apply(seed, xBar, offsetBar);
    }

    /**
     * Adds a seed carried back through {@link Fields#affine(double[], double, double[], double)} to
     * buffers, by one reverse sweep.
     *
     * @param x as in {@code affine}
     * @param slope as in {@code affine}
     * @param offset as in {@code affine}
     * @param seed_ {@code seed} as in {@code affine}, held constant
     * @param seed the sensitivities of something to the results, of the length of the value
     * @param xBar the adjoint of {@code x} is added to it; of the same length
     * @param offsetBar the adjoint of {@code offset} is added to it; of the same length
     * @return the value, and the adjoints of the scalar parameters
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static AffineVjp affineVjpAdd(double[] x, double slope, double[] offset, double seed_,
            double[] seed, double[] xBar, double[] offsetBar) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(offset, "offset");
        Buffers.checkDistinct("xBar", xBar, "x", x);
        Buffers.checkDistinct("xBar", xBar, "offset", offset);
        Buffers.checkDistinct("offsetBar", offsetBar, "x", x);
        Buffers.checkDistinct("offsetBar", offsetBar, "offset", offset);
        return affineForward(x, slope, offset, seed_).applyAdd(seed, xBar, offsetBar);
    }

    /**
     * Evaluates {@link Fields#affine(double[], double, double[], double)} and keeps what reverse sweeps
     * from there need.
     *
     * <p>Arrays may be changed afterwards: what is needed of them is copied.
     *
     * @param x as in {@code affine}
     * @param slope as in {@code affine}
     * @param offset as in {@code affine}
     * @param seed_ {@code seed} as in {@code affine}, held constant
     * @return the value, and the map from seeds to adjoints
     * @throws NullPointerException if an array is null
     */
    static AffinePullback affinePullback(double[] x, double slope, double[] offset, double seed_) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(offset, "offset");
        return affineForward(x.clone(), slope, offset, seed_);
    }

    /**
     * The forward sweep of {@link Fields#affine(double[], double, double[], double)}.
     *
     * @param x as in {@code affine}
     * @param slope as in {@code affine}
     * @param offset as in {@code affine}
     * @param seed_ {@code seed} as in {@code affine}, held constant
     * @return what the reverse sweep needs
     */
    private static AffinePullback affineForward(double[] x, double slope, double[] offset,
            double seed_) {
        double[] value = offset.clone();
        // for (int i = 0; i < value.length; i++)
        int length = value.length;
        for (int i = 0; i < length; i++) {
            // value[i] += slope * x[i] * seed;
            value[i] += slope * x[i] * seed_;
        }
        return new AffinePullback(value, length, seed_, x, slope, offset.length);
    }

    /**
     * Returns the Jacobian of {@link Fields#affine(double[], double, double[], double)}, by forward or by
     * reverse sweeps, whichever its shape makes cheaper.
     *
     * @param x as in {@code affine}
     * @param slope as in {@code affine}
     * @param offset as in {@code affine}
     * @param seed_ {@code seed} as in {@code affine}, held constant
     * @return a row for each result, a column for each differentiable parameter: {@code x}, {@code slope},
     *     {@code offset} laid end to end
     * @throws NullPointerException if an array is null
     */
    static double[][] affineJacobian(double[] x, double slope, double[] offset, double seed_) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(offset, "offset");
        int rows = Fields.affine(x, slope, offset, seed_).length;
        if (Jacobians.reverseIsCheaper(rows, x.length + offset.length + 1)) {
            return affineJacobianReverse(x, slope, offset, seed_);
        }
        return affineJacobianForward(x, slope, offset, seed_);
    }

    /**
     * Returns the Jacobian of {@link Fields#affine(double[], double, double[], double)}, by one forward
     * sweep for each column.
     *
     * @param x as in {@code affine}
     * @param slope as in {@code affine}
     * @param offset as in {@code affine}
     * @param seed_ {@code seed} as in {@code affine}, held constant
     * @return a row for each result, a column for each differentiable parameter: {@code x}, {@code slope},
     *     {@code offset} laid end to end
     * @throws NullPointerException if an array is null
     */
    static double[][] affineJacobianForward(double[] x, double slope, double[] offset,
            double seed_) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(offset, "offset");
        double[] tangent = new double[Fields.affine(x, slope, offset, seed_).length];
        double[][] jacobian = Buffers.matrix(tangent.length, x.length + offset.length + 1);
        double[] xDot = new double[x.length];
        double[] offsetDot = new double[offset.length];
        for (int j = 0; j < x.length; j++) {
            xDot[j] = 1.0;
            affineJvp(x, slope, offset, seed_, xDot, 0.0, offsetDot, tangent);
            xDot[j] = 0.0;
            for (int i = 0; i < tangent.length; i++) {
                jacobian[i][j] = tangent[i];
            }
        }
        affineJvp(x, slope, offset, seed_, xDot, 1.0, offsetDot, tangent);
        for (int i = 0; i < tangent.length; i++) {
            jacobian[i][x.length] = tangent[i];
        }
        for (int j = 0; j < offset.length; j++) {
            offsetDot[j] = 1.0;
            affineJvp(x, slope, offset, seed_, xDot, 0.0, offsetDot, tangent);
            offsetDot[j] = 0.0;
            for (int i = 0; i < tangent.length; i++) {
                jacobian[i][x.length + 1 + j] = tangent[i];
            }
        }
        return jacobian;
    }

    /**
     * Returns the Jacobian of {@link Fields#affine(double[], double, double[], double)}, by one forward
     * sweep and one reverse sweep for each row.
     *
     * @param x as in {@code affine}
     * @param slope as in {@code affine}
     * @param offset as in {@code affine}
     * @param seed_ {@code seed} as in {@code affine}, held constant
     * @return a row for each result, a column for each differentiable parameter: {@code x}, {@code slope},
     *     {@code offset} laid end to end
     * @throws NullPointerException if an array is null
     */
    static double[][] affineJacobianReverse(double[] x, double slope, double[] offset,
            double seed_) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(offset, "offset");
        AffinePullback pullback = affineForward(x, slope, offset, seed_);
        double[] seed = new double[pullback.value().length];
        double[][] jacobian = Buffers.matrix(seed.length, x.length + offset.length + 1);
        double[] xBar = new double[x.length];
        double[] offsetBar = new double[offset.length];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = 1.0;
            Arrays.fill(xBar, 0.0);
            Arrays.fill(offsetBar, 0.0);
            AffineVjp row = pullback.reverse(seed, xBar, offsetBar);
            seed[i] = 0.0;
            System.arraycopy(xBar, 0, jacobian[i], 0, xBar.length);
            jacobian[i][x.length] = row.slope();
            System.arraycopy(offsetBar, 0, jacobian[i], x.length + 1, offsetBar.length);
        }
        return jacobian;
    }

    /**
     * Overwrites the tangents of the outputs with the derivative of
     * {@link Fields#pendulum(double, double[], double[])} along a direction, by one forward sweep.
     *
     * @param t as in {@code pendulum}, held constant
     * @param y as in {@code pendulum}
     * @param dydt as in {@code pendulum}, which the value is written to
     * @param yDot the tangent of {@code y}, of the same length
     * @param dydtDot overwritten with the tangent of {@code dydt}, of its length
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static void pendulumJvp(double t, double[] y, double[] dydt, double[] yDot, double[] dydtDot) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        Buffers.checkLength("yDot", yDot, y.length);
        Buffers.checkDistinct("dydt", dydt, "yDot", yDot);
        Buffers.checkLength("dydtDot", dydtDot, dydt.length);
        Buffers.checkDistinct("dydtDot", dydtDot, "y", y);
        Buffers.checkDistinct("dydtDot", dydtDot, "dydt", dydt);
        Buffers.checkDistinct("dydtDot", dydtDot, "yDot", yDot);
        Arrays.fill(dydtDot, 0.0);
        pendulumJvpInPlace(t, y, dydt, yDot, dydtDot);
    }

    /**
     * Overwrites buffers with a seed carried back through
     * {@link Fields#pendulum(double, double[], double[])}, by one reverse sweep.
     *
     * @param t as in {@code pendulum}, held constant
     * @param y as in {@code pendulum}
     * @param dydt as in {@code pendulum}, which the value is written to
     * @param dydtSeed the sensitivities of something to {@code dydt}, of the length of {@code dydt}
     * @param yBar overwritten with the adjoint of {@code y}, of the same length
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static void pendulumVjp(double t, double[] y, double[] dydt, double[] dydtSeed, double[] yBar) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        Buffers.checkLength("dydtSeed", dydtSeed, dydt.length);
        Buffers.checkDistinct("dydt", dydt, "dydtSeed", dydtSeed);
        Buffers.checkLength("yBar", yBar, y.length);
        Buffers.checkDistinct("yBar", yBar, "y", y);
        Buffers.checkDistinct("yBar", yBar, "dydt", dydt);
        Buffers.checkDistinct("yBar", yBar, "dydtSeed", dydtSeed);
        Arrays.fill(yBar, 0.0);
        pendulumForward(t, y, dydt).reverse(dydtSeed, yBar);
    }

    /**
     * Adds a seed carried back through {@link Fields#pendulum(double, double[], double[])} to buffers, by
     * one reverse sweep.
     *
     * @param t as in {@code pendulum}, held constant
     * @param y as in {@code pendulum}
     * @param dydt as in {@code pendulum}, which the value is written to
     * @param dydtSeed the sensitivities of something to {@code dydt}, of the length of {@code dydt}
     * @param yBar the adjoint of {@code y} is added to it; of the same length
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static void pendulumVjpAdd(double t, double[] y, double[] dydt, double[] dydtSeed,
            double[] yBar) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        Buffers.checkLength("dydtSeed", dydtSeed, dydt.length);
        Buffers.checkDistinct("dydt", dydt, "dydtSeed", dydtSeed);
        Buffers.checkLength("yBar", yBar, y.length);
        Buffers.checkDistinct("yBar", yBar, "y", y);
        Buffers.checkDistinct("yBar", yBar, "dydt", dydt);
        Buffers.checkDistinct("yBar", yBar, "dydtSeed", dydtSeed);
        pendulumForward(t, y, dydt).reverse(dydtSeed, yBar);
    }

    /**
     * Evaluates {@link Fields#pendulum(double, double[], double[])} and keeps what reverse sweeps from
     * there need.
     *
     * <p>Arrays may be changed afterwards: what is needed of them is copied.
     *
     * @param t as in {@code pendulum}, held constant
     * @param y as in {@code pendulum}
     * @param dydt as in {@code pendulum}, which the value is written to
     * @return the map from seeds to adjoints
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static PendulumPullback pendulumPullback(double t, double[] y, double[] dydt) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        return pendulumForward(t, y, dydt);
    }

    /**
     * The forward sweep of {@link Fields#pendulum(double, double[], double[])}.
     *
     * @param t as in {@code pendulum}, held constant
     * @param y as in {@code pendulum}
     * @param dydt as in {@code pendulum}, which the value is written to
     * @return what the reverse sweep needs
     */
    private static PendulumPullback pendulumForward(double t, double[] y, double[] dydt) {
        dydt[0] = y[1];
        // dydt[1] = Math.sin(t) - Math.sin(y[0]);
        double element = y[0];
        dydt[1] = Math.sin(t) - Math.sin(element);
        return new PendulumPullback(element, dydt.length, y.length);
    }

    /**
     * The derivative of {@link Fields#pendulum(double, double[], double[])} along a direction, for
     * derivatives of what calls it.
     *
     * @param t as in {@code pendulum}, held constant
     * @param y as in {@code pendulum}
     * @param dydt as in {@code pendulum}, which the value is written to
     * @param yDot the tangent of {@code y}, of the same length
     * @param dydtDot the tangents of what {@code dydt} holds, replaced by those of what is left in it
     */
    static void pendulumJvpInPlace(double t, double[] y, double[] dydt, double[] yDot,
            double[] dydtDot) {
        double yDot1 = yDot[1];
        dydt[0] = y[1];
        dydtDot[0] = yDot1;
        // dydt[1] = Math.sin(t) - Math.sin(y[0]);
        double y0 = y[0];
        double yDot0 = yDot[0];
        dydt[1] = Math.sin(t) - Math.sin(y0);
        dydtDot[1] = -(yDot0 * Math.cos(y0));
    }

    /**
     * The reverse sweep of {@link Fields#pendulum(double, double[], double[])}, for derivatives of what
     * calls it.
     *
     * @param t as in {@code pendulum}, held constant
     * @param y as in {@code pendulum}
     * @param dydt as in {@code pendulum}, which the value is written to
     * @param yBar the adjoint of {@code y} is added to it; of the same length
     * @param dydtBar the adjoint of what is left in {@code dydt}, replaced by that of what it holds
     */
    static void pendulumVjpInPlace(double t, double[] y, double[] dydt, double[] yBar,
            double[] dydtBar) {
        dydt[0] = y[1];
        // dydt[1] = Math.sin(t) - Math.sin(y[0]);
        double y0 = y[0];
        dydt[1] = Math.sin(t) - Math.sin(y0);
        double dydtBar1 = dydtBar[1];
        dydtBar[1] = 0.0;
        yBar[0] -= dydtBar1 * Math.cos(y0);
        // dydt[0] = y[1];
        double dydtBar0 = dydtBar[0];
        dydtBar[0] = 0.0;
        yBar[1] += dydtBar0;
    }

    /**
     * Returns the Jacobian of {@link Fields#pendulum(double, double[], double[])}, by forward or by
     * reverse sweeps, whichever its shape makes cheaper.
     *
     * @param t as in {@code pendulum}, held constant
     * @param y as in {@code pendulum}
     * @param dydt as in {@code pendulum}, which the value is written to
     * @return a row for each result, a column for each differentiable parameter: {@code y}
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double[][] pendulumJacobian(double t, double[] y, double[] dydt) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        int rows = dydt.length;
        if (Jacobians.reverseIsCheaper(rows, y.length)) {
            return pendulumJacobianReverse(t, y, dydt);
        }
        return pendulumJacobianForward(t, y, dydt);
    }

    /**
     * Returns the Jacobian of {@link Fields#pendulum(double, double[], double[])}, by one forward sweep
     * for each column.
     *
     * @param t as in {@code pendulum}, held constant
     * @param y as in {@code pendulum}
     * @param dydt as in {@code pendulum}, which the value is written to
     * @return a row for each result, a column for each differentiable parameter: {@code y}
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double[][] pendulumJacobianForward(double t, double[] y, double[] dydt) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        double[] dydtDot = new double[dydt.length];
        double[][] jacobian = Buffers.matrix(dydtDot.length, y.length);
        double[] yDot = new double[y.length];
        for (int j = 0; j < y.length; j++) {
            yDot[j] = 1.0;
            Arrays.fill(dydtDot, 0.0);
            pendulumJvpInPlace(t, y, dydt.clone(), yDot, dydtDot);
            yDot[j] = 0.0;
            for (int i = 0; i < dydtDot.length; i++) {
                jacobian[i][j] = dydtDot[i];
            }
        }
        Fields.pendulum(t, y, dydt);
        return jacobian;
    }

    /**
     * Returns the Jacobian of {@link Fields#pendulum(double, double[], double[])}, by one forward sweep
     * and one reverse sweep for each row.
     *
     * @param t as in {@code pendulum}, held constant
     * @param y as in {@code pendulum}
     * @param dydt as in {@code pendulum}, which the value is written to
     * @return a row for each result, a column for each differentiable parameter: {@code y}
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double[][] pendulumJacobianReverse(double t, double[] y, double[] dydt) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        dydt[0] = y[1];
        // dydt[1] = Math.sin(t) - Math.sin(y[0]);
        double y0 = y[0];
        dydt[1] = Math.sin(t) - Math.sin(y0);
        double[][] jacobian = new double[dydt.length][];
        double[] row0 = new double[y.length];
        jacobian[0] = row0;
        double[] row1 = new double[y.length];
        jacobian[1] = row1;
        for (int i = 2; i < dydt.length; i++) {
            double[] row = new double[y.length];
            jacobian[i] = row;
        }
        // dydt[0] = y[1];
        row0[1] = 1.0;
        // dydt[1] = Math.sin(t) - Math.sin(y[0]);
        row1[0] = -Math.cos(y0);
        return jacobian;
    }

    /**
     * Returns {@link Fields#pendulum(double, double[], double[])} as a function of one vector: {@code y}.
     *
     * @param t as in {@code pendulum}, held constant
     * @param dydt as long as the value; each evaluation begins with a copy of it, and it stays as it is
     * @return the function; it reads the arrays given here, and does not copy them
     * @throws NullPointerException if an array is null
     */
    static VectorFunction pendulumFunction(double t, double[] dydt) {
        Objects.requireNonNull(dydt, "dydt");
        return new VectorFunction() {
            @Override
            public double[] value(double[] x) {
                double[] value = dydt.clone();
                Fields.pendulum(t, x, value);
                return value;
            }

            @Override
            public double[] jvp(double[] x, double[] direction, double[] tangent) {
                Objects.requireNonNull(x, "x");
                Buffers.checkLength("direction", direction, x.length);
                Buffers.checkLength("tangent", tangent, dydt.length);
                Buffers.checkDistinct("tangent", tangent, "x", x);
                Buffers.checkDistinct("tangent", tangent, "direction", direction);
                double[] value = dydt.clone();
                pendulumJvp(t, x, value, direction, tangent);
                return value;
            }

            @Override
            public double[] vjp(double[] x, double[] seed, double[] adjoint) {
                Objects.requireNonNull(x, "x");
                Buffers.checkLength("seed", seed, dydt.length);
                Buffers.checkLength("adjoint", adjoint, x.length);
                Buffers.checkDistinct("adjoint", adjoint, "x", x);
                Buffers.checkDistinct("adjoint", adjoint, "seed", seed);
                double[] value = dydt.clone();
                pendulumVjp(t, x, value, seed, adjoint);
                return value;
            }

            @Override
            public Pullback pullback(double[] x) {
                Objects.requireNonNull(x, "x");
                double[] value = dydt.clone();
                PendulumPullback kept = pendulumPullback(t, x, value);
                return new Pullback() {
                    @Override
                    public double[] value() {
                        return value;
                    }

                    @Override
                    public void apply(double[] seed, double[] adjoint) {
                        Buffers.checkLength("seed", seed, dydt.length);
                        Buffers.checkLength("adjoint", adjoint, x.length);
                        Buffers.checkDistinct("adjoint", adjoint, "seed", seed);
                        Buffers.checkDistinct("adjoint", adjoint, "value", value);
                        kept.apply(seed, adjoint);
                    }
                };
            }
        };
    }

    /**
     * A forward sweep of {@link Fields#squares(double[])} that was kept: reverse sweeps start from it, as many as are wanted.
     */
    static final class SquaresPullback implements Pullback {
        private final double[] value;

        private final double[] x;

        private SquaresPullback(double[] value, double[] x) {
            this.value = value;
            this.x = x;
        }

        /**
         * Returns the value.
         *
         * @return the same array each time, to be read only
         */
        @Override
        public double[] value() {
            return value;
        }

        /**
         * Overwrites buffers with a seed carried back to the parameters, by one reverse sweep.
         *
         * @param seed the sensitivities of something to the results, of the length of the value
         * @param xBar overwritten with the adjoint of {@code x}, of the same length
         * @throws NullPointerException if an array is null
         * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
         *     read; nothing has been written then
         */
        @Override
        public void apply(double[] seed, double[] xBar) {
            Buffers.checkLength("seed", seed, value.length);
            Buffers.checkLength("xBar", xBar, x.length);
            Buffers.checkDistinct("xBar", xBar, "seed", seed);
            Buffers.checkDistinct("xBar", xBar, "value", value);
            Arrays.fill(xBar, 0.0);
            reverse(seed, xBar);
        }

        /**
         * Adds a seed carried back to the parameters to buffers, by one reverse sweep.
         *
         * @param seed the sensitivities of something to the results, of the length of the value
         * @param xBar the adjoint of {@code x} is added to it; of the same length
         * @throws NullPointerException if an array is null
         * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
         *     read; nothing has been written then
         */
        public void applyAdd(double[] seed, double[] xBar) {
            Buffers.checkLength("seed", seed, value.length);
            Buffers.checkLength("xBar", xBar, x.length);
            Buffers.checkDistinct("xBar", xBar, "seed", seed);
            Buffers.checkDistinct("xBar", xBar, "value", value);
            reverse(seed, xBar);
        }

        /**
         * The reverse sweep, of arguments that are known to be sound.
         *
         * @param seed the sensitivities of something to the results, of the length of the value
         * @param xBar the adjoint of {@code x} is added to it; of the same length
         */
        private void reverse(double[] seed, double[] xBar) {
            double[] yBar = seed.clone();
            // for (int i = 0; i < x.length; i++)
            for (int i = x.length - 1; i >= 0; i--) {
                // y[i] = x[i] * x[i];
                xBar[i] += 2.0 * x[i] * yBar[i];
            }
        }
    }

    /**
     * What {@link Fields#polar(double, double)} results in, and the adjoints of its scalar parameters.
     *
     * @param value the value
     * @param radius the adjoint of {@code radius}
     * @param angle the adjoint of {@code angle}
     */
    record PolarVjp(double[] value, double radius, double angle) {
    }

    /**
     * A forward sweep of {@link Fields#polar(double, double)} that was kept: reverse sweeps start from it, as many as are wanted.
     */
    static final class PolarPullback implements Pullback {
        private final double[] value;

        private final double sin;

        private final double radius;

        private final double cos;

        private PolarPullback(double[] value, double sin, double radius, double cos) {
            this.value = value;
            this.sin = sin;
            this.radius = radius;
            this.cos = cos;
        }

        /**
         * Returns the value.
         *
         * @return the same array each time, to be read only
         */
        @Override
        public double[] value() {
            return value;
        }

        /**
         * Carries a seed back to the parameters, by one reverse sweep.
         *
         * @param seed the sensitivities of something to the results, of the length of the value
         * @return the value, and the adjoints of the scalar parameters
         * @throws NullPointerException if an array is null
         * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
         *     read; nothing has been written then
         */
        public PolarVjp apply(double[] seed) {
            Buffers.checkLength("seed", seed, value.length);
            double[] yBar = seed.clone();
            // y[1] = radius * Math.sin(angle);
            double yBar1 = yBar[1];
            double radiusBar = yBar1 * sin;
            double angleBar = radius * yBar1 * cos;
            // y[0] = radius * Math.cos(angle);
            double yBar0 = yBar[0];
            radiusBar += yBar0 * cos;
            angleBar -= radius * yBar0 * sin;
            return new PolarVjp(value, radiusBar, angleBar);
        }

        /**
         * {@inheritDoc}
         */
        @Override
        public void apply(double[] seed, double[] adjoint) {
            Buffers.checkLength("seed", seed, value.length);
            Buffers.checkLength("adjoint", adjoint, 2);
            Buffers.checkDistinct("adjoint", adjoint, "seed", seed);
            Buffers.checkDistinct("adjoint", adjoint, "value", value);
            PolarVjp vjp = apply(seed);
            adjoint[0] = vjp.radius();
            adjoint[1] = vjp.angle();
        }
    }

    /**
     * What {@link Fields#affine(double[], double, double[], double)} results in, and the adjoints of its
     * scalar parameters.
     *
     * @param value the value
     * @param slope the adjoint of {@code slope}
     */
    record AffineVjp(double[] value, double slope) {
    }

    /**
     * A forward sweep of {@link Fields#affine(double[], double, double[], double)} that was kept: reverse sweeps start from it, as many as are wanted.
     */
    static final class AffinePullback {
        private final double[] value;

        private final int length;

        private final double seed_;

        private final double[] x;

        private final double slope;

        private final int offsetLength;

        private AffinePullback(double[] value, int length, double seed_, double[] x, double slope,
                int offsetLength) {
            this.value = value;
            this.length = length;
            this.seed_ = seed_;
            this.x = x;
            this.slope = slope;
            this.offsetLength = offsetLength;
        }

        /**
         * Returns the value.
         *
         * @return the same array each time, to be read only
         */
        public double[] value() {
            return value;
        }

        /**
         * Overwrites buffers with a seed carried back to the parameters, by one reverse sweep.
         *
         * @param seed the sensitivities of something to the results, of the length of the value
         * @param xBar overwritten with the adjoint of {@code x}, of the same length
         * @param offsetBar overwritten with the adjoint of {@code offset}, of the same length
         * @return the value, and the adjoints of the scalar parameters
         * @throws NullPointerException if an array is null
         * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
         *     read; nothing has been written then
         */
        public AffineVjp apply(double[] seed, double[] xBar, double[] offsetBar) {
            Buffers.checkLength("seed", seed, value.length);
            Buffers.checkLength("xBar", xBar, x.length);
            Buffers.checkLength("offsetBar", offsetBar, offsetLength);
            Buffers.checkDistinct("xBar", xBar, "seed", seed);
            Buffers.checkDistinct("xBar", xBar, "value", value);
            Buffers.checkDistinct("offsetBar", offsetBar, "seed", seed);
            Buffers.checkDistinct("offsetBar", offsetBar, "value", value);
            Buffers.checkDistinct("offsetBar", offsetBar, "xBar", xBar);
            Arrays.fill(xBar, 0.0);
            Arrays.fill(offsetBar, 0.0);
            return reverse(seed, xBar, offsetBar);
        }

        /**
         * Adds a seed carried back to the parameters to buffers, by one reverse sweep.
         *
         * @param seed the sensitivities of something to the results, of the length of the value
         * @param xBar the adjoint of {@code x} is added to it; of the same length
         * @param offsetBar the adjoint of {@code offset} is added to it; of the same length
         * @return the value, and the adjoints of the scalar parameters
         * @throws NullPointerException if an array is null
         * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
         *     read; nothing has been written then
         */
        public AffineVjp applyAdd(double[] seed, double[] xBar, double[] offsetBar) {
            Buffers.checkLength("seed", seed, value.length);
            Buffers.checkLength("xBar", xBar, x.length);
            Buffers.checkLength("offsetBar", offsetBar, offsetLength);
            Buffers.checkDistinct("xBar", xBar, "seed", seed);
            Buffers.checkDistinct("xBar", xBar, "value", value);
            Buffers.checkDistinct("offsetBar", offsetBar, "seed", seed);
            Buffers.checkDistinct("offsetBar", offsetBar, "value", value);
            Buffers.checkDistinct("offsetBar", offsetBar, "xBar", xBar);
            return reverse(seed, xBar, offsetBar);
        }

        /**
         * The reverse sweep, of arguments that are known to be sound.
         *
         * @param seed the sensitivities of something to the results, of the length of the value
         * @param xBar the adjoint of {@code x} is added to it; of the same length
         * @param offsetBar the adjoint of {@code offset} is added to it; of the same length
         * @return the value, and the adjoints of the scalar parameters
         */
        private AffineVjp reverse(double[] seed, double[] xBar, double[] offsetBar) {
            double[] valueBar = seed.clone();
            // for (int i = 0; i < value.length; i++)
            double slopeBar = 0.0;
            for (int i = length - 1; i >= 0; i--) {
                // value[i] += slope * x[i] * seed;
                double product = valueBar[i] * seed_;
                slopeBar += product * x[i];
                xBar[i] += slope * product;
            }
            // double[] value = offset.clone();
            for (int i = 0; i < valueBar.length; i++) {
                offsetBar[i] += valueBar[i];
            }
            return new AffineVjp(value, slopeBar);
        }
    }

    /**
     * A forward sweep of {@link Fields#pendulum(double, double[], double[])} that was kept: reverse sweeps start from it, as many as are wanted.
     */
    static final class PendulumPullback {
        private final double element;

        private final int dydtLength;

        private final int yLength;

        private PendulumPullback(double element, int dydtLength, int yLength) {
            this.element = element;
            this.dydtLength = dydtLength;
            this.yLength = yLength;
        }

        /**
         * Overwrites buffers with a seed carried back to the parameters, by one reverse sweep.
         *
         * @param dydtSeed the sensitivities of something to {@code dydt}, of the length of {@code dydt}
         * @param yBar overwritten with the adjoint of {@code y}, of the same length
         * @throws NullPointerException if an array is null
         * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
         *     read; nothing has been written then
         */
        public void apply(double[] dydtSeed, double[] yBar) {
            Buffers.checkLength("dydtSeed", dydtSeed, dydtLength);
            Buffers.checkLength("yBar", yBar, yLength);
            Buffers.checkDistinct("yBar", yBar, "dydtSeed", dydtSeed);
            Arrays.fill(yBar, 0.0);
            reverse(dydtSeed, yBar);
        }

        /**
         * Adds a seed carried back to the parameters to buffers, by one reverse sweep.
         *
         * @param dydtSeed the sensitivities of something to {@code dydt}, of the length of {@code dydt}
         * @param yBar the adjoint of {@code y} is added to it; of the same length
         * @throws NullPointerException if an array is null
         * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
         *     read; nothing has been written then
         */
        public void applyAdd(double[] dydtSeed, double[] yBar) {
            Buffers.checkLength("dydtSeed", dydtSeed, dydtLength);
            Buffers.checkLength("yBar", yBar, yLength);
            Buffers.checkDistinct("yBar", yBar, "dydtSeed", dydtSeed);
            reverse(dydtSeed, yBar);
        }

        /**
         * The reverse sweep, of arguments that are known to be sound.
         *
         * @param dydtSeed the sensitivities of something to {@code dydt}, of the length of {@code dydt}
         * @param yBar the adjoint of {@code y} is added to it; of the same length
         */
        private void reverse(double[] dydtSeed, double[] yBar) {
            double[] dydtBar = dydtSeed.clone();
            // dydt[1] = Math.sin(t) - Math.sin(y[0]);
            double dydtBar1 = dydtBar[1];
            dydtBar[1] = 0.0;
            yBar[0] -= dydtBar1 * Math.cos(element);
            // dydt[0] = y[1];
            double dydtBar0 = dydtBar[0];
            dydtBar[0] = 0.0;
            yBar[1] += dydtBar0;
        }
    }
}
