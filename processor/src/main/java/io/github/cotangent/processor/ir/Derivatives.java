package io.github.cotangent.processor.ir;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A method and the functions that its companion is made of. Tangents, seeds and adjoints are {@code double}, or arrays of
 * them, whatever the type of what they belong to.
 *
 * @param jvp takes the primals, then a tangent for each differentiable parameter, then for each output the array of its
 *     tangents, all zero; results in the results, then their tangents
 * @param vjp takes the primals, then a seed for the value, then for each differentiable array parameter the buffer that its
 *     adjoint is added to; results in the value, then the adjoint of each differentiable scalar parameter; there for scalar
 *  *     results, and, with a seed for each, for others where a workspace is asked for
 * @param overwriting the same as {@code vjp}, but overwriting buffers; there where that is less work
 * @param pullback the same as {@code vjp} cut in two between its sweeps, with a seed for each result; there where the
 *     result is no scalar
 * @param jacobian takes the primals, results in the Jacobian; there beside {@code pullback} for small functions
 * @param hvp the Hessian times a direction, there for order 2: takes the primals, then a tangent for each differentiable
 *     parameter, then for each differentiable array parameter the buffer that its part of the product is added to; results
 *     in the part of each differentiable scalar parameter
 * @param inPlace there for methods that are {@linkplain Method#isInPlace in place}
 */
public record Derivatives(
        Method method,
        Function jvp,
        Optional<Function> vjp,
        Optional<Overwriting> overwriting,
        Optional<Pullback> pullback,
        Optional<Function> jacobian,
        Optional<Function> hvp,
        Optional<InPlace> inPlace) {

    /** All the code of members that take no workspace. */
    public Stream<Function> functions() {
        return Stream.of(
                        Optional.of(jvp),
                        vjp.filter(sweep -> method.isScalar()),
                        overwriting.map(Overwriting::vjp),
                        pullback.map(Pullback::forward),
                        pullback.map(Pullback::reverse),
                        jacobian,
                        hvp,
                        inPlace.map(InPlace::vjp),
                        inPlace.flatMap(InPlace::second))
                .flatMap(Optional::stream);
    }

    /** All the code of members that take one. */
    public Stream<Function> functionsWithWorkspace() {
        return method.workspace()
                ? Stream.of(vjp, overwriting.map(Overwriting::vjp), inPlace.map(InPlace::vjp))
                        .flatMap(Optional::stream)
                : Stream.empty();
    }

    /**
     * A reverse sweep that does not read what is in some of its buffers.
     *
     * @param vjp takes and results in what the sweep does that adds to all of them
     * @param overwritten the buffers among its parameters that it overwrites
     */
    public record Overwriting(Function vjp, Set<Value> overwritten) {

        public Overwriting {
            overwritten = Set.copyOf(overwritten);
        }
    }

    /**
     * Reverse mode where arrays are written to.
     *
     * @param vjp takes the primals, then a seed for what is returned, then for each differentiable array parameter the buffer
     *     that its adjoint is added to, then for each output the adjoint of what is left in it, which becomes that of what it
     *     held; results in the adjoint of each differentiable scalar parameter
     * @param second the derivative of {@code vjp} in forward mode, there for order 2: takes what that takes, then tangents of
     *     what is not written to, then of what is; results in the adjoints, then their tangents
     */
    public record InPlace(Function vjp, Optional<Function> second) {}

    /**
     * A reverse-mode derivative in two parts.
     *
     * @param forward takes the primals; results in the results, then in everything that {@code reverse} captures
     * @param reverse takes what {@code forward} hands over, then the seeds and the buffers as in {@code vjp}; changes
     *     nothing but the buffers; results in the adjoint of each differentiable scalar parameter
     */
    public record Pullback(Function forward, Function reverse) {}
}
