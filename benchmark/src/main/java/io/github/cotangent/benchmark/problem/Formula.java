package io.github.cotangent.benchmark.problem;

/** A scalar function as libraries want it that have types of numbers of their own. */
public interface Formula {

    /**
     * Returns the function in the arithmetic of a library.
     *
     * @param algebra the arithmetic
     * @param x the parameters, laid end to end
     * @return {@code f(x)}
     * @param <T> the numbers of the library
     */
    <T> T formula(Algebra<T> algebra, T[] x);
}
