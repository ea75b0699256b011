/**
 * The annotations that ask for derivatives, and what generated derivatives need at run time.
 *
 * <p>A method marked with {@link io.github.cotangent.Differentiable} gets a companion class at compile time, with its
 * Jacobian-vector products (JVP, forward mode) and vector-Jacobian products (VJP, reverse mode). The companion offers the
 * method as a {@link io.github.cotangent.ScalarFunction} or {@link io.github.cotangent.VectorFunction} too, which is what
 * {@link io.github.cotangent.Jacobians} and {@link io.github.cotangent.GradientCheck} work on.
 *
 * <p>Words used throughout: for {@code y = f(x)} with {@code n} parameters and {@code m} results, the <em>primal</em> is
 * {@code x} or {@code y} itself; the Jacobian {@code J} has {@code m} rows and {@code n} columns, {@code J[i][j] =
 * ∂y[i]/∂x[j]}; a <em>direction</em> {@code v} in the space of the parameters is carried forward to the <em>tangent</em>
 * {@code J·v}; a <em>seed</em> {@code ȳ} in the space of the results is carried backward to the <em>adjoint</em>
 * {@code Jᵀ·ȳ}.
 */
package io.github.cotangent;
