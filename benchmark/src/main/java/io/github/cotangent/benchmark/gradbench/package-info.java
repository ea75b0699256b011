/**
 * Cotangent as a tool of GradBench: a program that serves its evals by generated derivatives.
 *
 * @see <a href="https://github.com/gradbench/gradbench">GradBench</a>
 */
package io.github.cotangent.benchmark.gradbench;
