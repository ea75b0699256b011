package io.github.cotangent.benchmark.overloading;

import io.github.cotangent.benchmark.problem.Algebra;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.util.MathArrays;

/**
 * Types of numbers of Hipparchus.
 *
 * @param field the field of the numbers
 * @param <T> the numbers
 */
public record HipparchusAlgebra<T extends CalculusFieldElement<T>>(Field<T> field) implements Algebra<T> {

    @Override
    public T[] array(int length) {
        return MathArrays.buildArray(field, length);
    }

    @Override
    public T constant(double c) {
        return field.getZero().newInstance(c);
    }

    @Override
    public double value(T x) {
        return x.getReal();
    }

    @Override
    public T add(T x, T y) {
        return x.add(y);
    }

    @Override
    public T add(T x, double c) {
        return x.add(c);
    }

    @Override
    public T subtract(T x, T y) {
        return x.subtract(y);
    }

    @Override
    public T multiply(T x, T y) {
        return x.multiply(y);
    }

    @Override
    public T multiply(T x, double c) {
        return x.multiply(c);
    }

    @Override
    public T divide(T x, T y) {
        return x.divide(y);
    }

    @Override
    public T square(T x) {
        return x.square();
    }

    @Override
    public T reciprocal(T x) {
        return x.reciprocal();
    }

    @Override
    public T abs(T x) {
        return x.abs();
    }

    @Override
    public T sqrt(T x) {
        return x.sqrt();
    }

    @Override
    public T exp(T x) {
        return x.exp();
    }

    @Override
    public T log(T x) {
        return x.log();
    }

    @Override
    public T tanh(T x) {
        return x.tanh();
    }
}
