/** Differentiable Java: the annotations, and what generated derivatives need at run time. */
module io.github.cotangent {
    exports io.github.cotangent;
}
