package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.GradientReport;
import java.util.Arrays;
import java.util.List;

/** The second derivatives of a subject at one input. */
final class HessianChecks {

    private final Subject subject;
    private final FlatFunction function;
    private final double[] x;
    private final double[][] products;
    private final double[][] hessian;

    HessianChecks(Subject subject, List<Object> arguments) {
        this.subject = subject;
        this.function = new FlatFunction(subject, arguments);
        this.x = function.point();
        this.products = products();
        this.hessian = (double[][]) function.call("Hessian", function.at(x), List.of());
    }

    private double[][] products() {
        double[][] rows = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double[] direction = new double[x.length];
            direction[i] = 1;
            rows[i] = function.hvp(x, direction);
        }
        return rows;
    }

    /** Checks the Hessian against its products with the basis, which holds at a kink as well. */
    void agree() {
        double scale = scale();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                MemberChecks.assertClose(element(i, j), hessian[i][j], products[i][j], scale);
            }
        }
    }

    /** Checks the products against differences of the gradient, and the Hessian's symmetry. */
    void agreeWithDifferences() {
        double scale = scale();
        GradientReport report =
                subject.precise(GradientCheck.of(new GradientOf(function), x)).report();
        assertThat(report.problems()).as(report::toString).isEmpty();
        assertThat(report.components())
                .as(report::toString)
                .allMatch(each -> each.passes() || isNothing(each.derivative()) && isNothing(each.difference()));
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                String what = element(i, j) + " and its mirror image";
                MemberChecks.assertClose(what, hessian[i][j], hessian[j][i], scale);
            }
        }
    }

    /** Whether an element is less than what the largest one is rounded by: what an iteration still depends on its start. */
    private boolean isNothing(double element) {
        return Math.abs(element) <= Math.ulp(largest());
    }

    private static String element(int i, int j) {
        return "∂²y/∂x[" + i + "]∂x[" + j + "]";
    }

    private double scale() {
        return 1 + largest();
    }

    private double largest() {
        return MemberChecks.largest(
                Arrays.stream(hessian).flatMapToDouble(Arrays::stream).toArray());
    }
}
