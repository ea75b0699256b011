package io.github.cotangent;

import java.util.Arrays;

/** Functions whose derivatives were written by hand. */
final class Functions {

    private Functions() {}

    /** {@code f(x) = x₀·x₁ + sin(x₀)} */
    static ScalarFunction wave() {
        return new ScalarFunction() {
            @Override
            public double value(double[] x) {
                Buffers.checkLength("x", x, 2);
                return x[0] * x[1] + Math.sin(x[0]);
            }

            @Override
            public Dual jvp(double[] x, double[] direction) {
                Buffers.checkLength("x", x, 2);
                Buffers.checkLength("direction", direction, 2);
                return new Dual(value(x), (x[1] + Math.cos(x[0])) * direction[0] + x[0] * direction[1]);
            }

            @Override
            public double vjp(double[] x, double seed, double[] adjoint) {
                Buffers.checkLength("x", x, 2);
                Buffers.checkLength("adjoint", adjoint, 2);
                adjoint[0] = seed * (x[1] + Math.cos(x[0]));
                adjoint[1] = seed * x[0];
                return value(x);
            }
        };
    }

    /** {@code y_i = x_i·x_{i+1} + c_i·exp(x_0/4)}, indices of x modulo n: any number of results of any number of parameters. */
    record Ring(int results, int parameters) implements VectorFunction {

        @Override
        public double[] value(double[] x) {
            Buffers.checkLength("x", x, parameters);
            double[] y = new double[results];
            for (int i = 0; i < results && parameters > 0; i++) {
                y[i] = x[i % parameters] * x[(i + 1) % parameters] + (i + 1) * Math.exp(x[0] / 4);
            }
            return y;
        }

        @Override
        public double[] jvp(double[] x, double[] direction, double[] tangent) {
            Buffers.checkLength("x", x, parameters);
            Buffers.checkLength("direction", direction, parameters);
            Buffers.checkLength("tangent", tangent, results);
            Arrays.fill(tangent, 0);
            for (int i = 0; i < results && parameters > 0; i++) {
                int a = i % parameters;
                int b = (i + 1) % parameters;
                double slope = (i + 1) * Math.exp(x[0] / 4) / 4;
                tangent[i] = direction[a] * x[b] + x[a] * direction[b] + slope * direction[0];
            }
            return value(x);
        }

        @Override
        public double[] vjp(double[] x, double[] seed, double[] adjoint) {
            Buffers.checkLength("x", x, parameters);
            Buffers.checkLength("seed", seed, results);
            Buffers.checkLength("adjoint", adjoint, parameters);
            Arrays.fill(adjoint, 0);
            for (int i = 0; i < results && parameters > 0; i++) {
                int a = i % parameters;
                int b = (i + 1) % parameters;
                adjoint[a] += seed[i] * x[b];
                adjoint[b] += seed[i] * x[a];
                adjoint[0] += seed[i] * (i + 1) * Math.exp(x[0] / 4) / 4;
            }
            return value(x);
        }
    }

    /** A function with some of its methods replaced, to be right or wrong on purpose. */
    record Altered(VectorFunction function, Jvp jvp, Vjp vjp) implements VectorFunction {

        interface Jvp {
            double[] apply(VectorFunction function, double[] x, double[] direction, double[] tangent);
        }

        interface Vjp {
            double[] apply(VectorFunction function, double[] x, double[] seed, double[] adjoint);
        }

        static Altered jvp(VectorFunction function, Jvp jvp) {
            return new Altered(function, jvp, VectorFunction::vjp);
        }

        static Altered vjp(VectorFunction function, Vjp vjp) {
            return new Altered(function, VectorFunction::jvp, vjp);
        }

        @Override
        public double[] value(double[] x) {
            return function.value(x);
        }

        @Override
        public double[] jvp(double[] x, double[] direction, double[] tangent) {
            return jvp.apply(function, x, direction, tangent);
        }

        @Override
        public double[] vjp(double[] x, double[] seed, double[] adjoint) {
            return vjp.apply(function, x, seed, adjoint);
        }
    }

    /** A linear function, by the rows of its matrix. */
    static VectorFunction linear(double[]... rows) {
        return new Linear(rows, rows);
    }

    /** A linear function whose forward and reverse modes may go by different matrices. */
    record Linear(double[][] forward, double[][] reverse) implements VectorFunction {

        @Override
        public double[] value(double[] x) {
            return times(forward, x);
        }

        @Override
        public double[] jvp(double[] x, double[] direction, double[] tangent) {
            System.arraycopy(times(forward, direction), 0, tangent, 0, tangent.length);
            return value(x);
        }

        @Override
        public double[] vjp(double[] x, double[] seed, double[] adjoint) {
            for (int j = 0; j < adjoint.length; j++) {
                adjoint[j] = 0;
                for (int i = 0; i < seed.length; i++) {
                    adjoint[j] += seed[i] * reverse[i][j];
                }
            }
            return value(x);
        }

        private static double[] times(double[][] matrix, double[] x) {
            double[] y = new double[matrix.length];
            for (int i = 0; i < y.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    y[i] += matrix[i][j] * x[j];
                }
            }
            return y;
        }
    }
}
