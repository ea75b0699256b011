package io.github.cotangent.benchmark.speelpenning;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.benchmark.problem.Algebra;
import io.github.cotangent.benchmark.problem.ArrayProblem;
import io.github.cotangent.benchmark.problem.Formula;

/**
 * The product of {@code n} numbers.
 *
 * @param dimension {@code n}
 */
public record ProductProblem(int dimension) implements ArrayProblem, Formula {

    @Override
    public double[] point() {
        double[] x = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            x[i] = 1 + 0.3 * Math.sin(i);
        }
        return x;
    }

    @Override
    public double value(double[] x) {
        return Product.product(x);
    }

    @Override
    public double byHand(double[] x, double[] gradient) {
        return ProductByHand.gradient(x, gradient);
    }

    @Override
    public double generated(double[] x, double[] gradient) {
        return ProductDerivatives.productValueAndGradient(x, gradient);
    }

    @Override
    public double generated(double[] x, double[] gradient, Workspace workspace) {
        return ProductDerivatives.productValueAndGradient(x, gradient, workspace);
    }

    @Override
    public Dual jvpByHand(double[] x, double[] direction) {
        return ProductByHand.jvp(x, direction);
    }

    @Override
    public Dual jvpGenerated(double[] x, double[] direction) {
        return ProductDerivatives.productJvp(x, direction);
    }

    @Override
    public <T> T formula(Algebra<T> algebra, T[] x) {
        T product = x[0];
        for (int i = 1; i < x.length; i++) {
            product = algebra.multiply(product, x[i]);
        }
        return product;
    }
}
