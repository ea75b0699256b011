package corpus;

import io.github.cotangent.DerivativeOf;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Dual;
import io.github.cotangent.JvpOf;
import io.github.cotangent.VjpOf;
import io.github.cotangent.processor.corpus.At;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/** Methods that call others for which there are hand-written rules. */
@Differentiable(rules = HandWritten.Rules.class)
final class HandWritten {

    private HandWritten() {}

    static double cube(double x) {
        double y = x;
        y *= x;
        return y * x;
    }

    @At("2")
    @DerivativeOf(type = HandWritten.class, method = "cube")
    @Differentiable
    static double cubeSlope(double x) {
        return 3 * x * x;
    }

    @At({"2", "-0.5"})
    @Differentiable(order = 2)
    static double ownRule(double x) {
        return cube(x * x) + x;
    }

    @At({"2; 0", "2; 1", "1.1; 3"})
    @Differentiable(order = 2)
    static double inLoop(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y = cube(y) - x;
        }
        return y;
    }

    @At({"0.5; 0.1; 2", "0; 1; 1.5"})
    @Differentiable(order = 2)
    static double normal(double x, double mean, double deviation) {
        return 0.5 * (1 + Erf.erf((x - mean) / (deviation * Math.sqrt(2))));
    }

    @At({"0.5; 0", "0.5; 1", "2.5; 4"})
    @Differentiable
    static double logBinomials(double p, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += Gamma.logGamma(n + p) - Gamma.logGamma(k + p) * FastMath.exp(-p);
        }
        return sum;
    }

    @At({"1.5; 2"})
    @Differentiable
    static double partials(double x, double y) {
        return Opaque.mix(x, 2, y) * Opaque.mix(y, 3, 1.5);
    }

    @At({"1.5; 2"})
    @Differentiable
    static double onlyTheActive(double x, double y) {
        return Opaque.half(x * y, 3);
    }

    @At({"{1, 2}; 3"})
    @Differentiable
    static double wholeRules(double[] x, double s) {
        return Opaque.dot(x, s * s) * x[0];
    }

    @At({"{1, 2}; 3"})
    @Differentiable
    static double[] arrayRules(double[] x, double s) {
        double[] y = Opaque.squares(x);
        y[0] *= s;
        return Opaque.squares(y);
    }

    /** The rules of methods of elsewhere. */
    static final class Rules {

        private Rules() {}

        @At("0.5")
        @Differentiable
        @DerivativeOf(type = Erf.class, method = "erf")
        static double erfSlope(double x) {
            return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
        }

        @DerivativeOf(type = Gamma.class, method = "logGamma")
        static double logGammaSlope(double x) {
            return Gamma.digamma(x);
        }

        @DerivativeOf(type = FastMath.class, method = "exp")
        static double expSlope(double x) {
            return FastMath.exp(x);
        }

        @DerivativeOf(type = Opaque.class, method = "mix")
        static double mixByX(double x, int n, double y) {
            return n * x * y;
        }

        @DerivativeOf(type = Opaque.class, method = "mix", parameter = 2)
        static double mixByY(double x, int n, double y) {
            return n * x * x / 2;
        }

        @DerivativeOf(type = Opaque.class, method = "half")
        static double halfSlope(double x, double unused) {
            return unused / 2;
        }

        record DotVjp(double result, double scale) {}

        @JvpOf(type = Opaque.class, method = "dot")
        static Dual dotJvp(double[] x, double s, double[] xDot, double sDot) {
            double sum = 0;
            double dot = 0;
            for (int i = 0; i < x.length; i++) {
                sum += x[i] * x[i];
                dot += 2 * x[i] * xDot[i];
            }
            return new Dual(sum * s, dot * s + sum * sDot);
        }

        @VjpOf(type = Opaque.class, method = "dot")
        static DotVjp dotVjp(double[] x, double s, double seed, double[] xBar) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += x[i] * x[i];
                xBar[i] += 2 * x[i] * s * seed;
            }
            return new DotVjp(sum * s, sum * seed);
        }

        @JvpOf(type = Opaque.class, method = "squares")
        static double[] squaresJvp(double[] x, double[] xDot, double[] tangent) {
            for (int i = 0; i < x.length; i++) {
                tangent[i] = 2 * x[i] * xDot[i];
            }
            return Opaque.squares(x);
        }

        @VjpOf(type = Opaque.class, method = "squares")
        static double[] squaresVjp(double[] x, double[] seed, double[] xBar) {
            for (int i = 0; i < x.length; i++) {
                xBar[i] += 2 * x[i] * seed[i];
            }
            return Opaque.squares(x);
        }
    }
}
