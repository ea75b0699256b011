package corpus;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Whole little models. */
final class Programs {

    private Programs() {}

    @At({"{-1.2, 1}", "{0.5, 0.5, 0.5, 0.5}", "{1}", "{}"})
    @Differentiable
    static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = 1 - x[i];
            double b = x[i + 1] - x[i] * x[i];
            sum += 100 * b * b + a * a;
        }
        return sum;
    }

    @At({"0.1; {1, 2, 0.5}", "3; {2, 1, 4}"})
    @Differentiable
    static double gaussian(@Constant double t, double[] p) {
        double z = (t - p[1]) / p[2];
        return p[0] * Math.exp(-z * z / 2);
    }

    @At({"2; {1, 2, 0.5, 0.3, 0.2}", "-0.5; {1, 1, 1, 0.1, 0.1}"})
    @Differentiable
    static double rational(@Constant double t, double[] b) {
        return (b[0] + b[1] * t + b[2] * t * t) / (1 + b[3] * t + b[4] * t * t);
    }

    @At({"[3]; {1, 0, 2, 0.5, -1, 0.3}; {1, 0}", "[2]; {1, 0}; {1}", "[2]; {}; {}"})
    @Differentiable
    static double logisticLoss(double[] w, @Constant double[] x, int[] labels) {
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            double z = 0;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * x[i * w.length + j];
            }
            loss += Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - labels[i] * z;
        }
        return loss;
    }

    private static double logSumExp(double[] a) {
        double max = a[0];
        for (double x : a) {
            max = Math.max(max, x);
        }
        double sum = 0;
        for (double x : a) {
            sum += Math.exp(x - max);
        }
        return max + Math.log(sum);
    }

    @At({"[2]; [2]; [2]; {0.5, 1.5, -1}", "[1]; [1]; [1]; {0.5}", "[2]; [2]; [2]; {}"})
    @Differentiable
    static double mixture(double[] logits, double[] means, double[] scales, @Constant double[] data) {
        double sum = 0;
        for (double t : data) {
            double[] terms = new double[logits.length];
            for (int k = 0; k < terms.length; k++) {
                double z = (t - means[k]) / scales[k];
                terms[k] = logits[k] - Math.log(scales[k]) - z * z / 2;
            }
            sum += logSumExp(terms);
        }
        return sum - data.length * logSumExp(logits);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @At({"[8]; {0.5, -1, 2}", "[8]; {0.3}", "[8]; {}"})
    @Differentiable
    static double lstm(double[] w, @Constant double[] input) {
        double hidden = 0;
        double cell = 0;
        for (double x : input) {
            double forget = sigmoid(w[0] * x + w[1] * hidden);
            double in = sigmoid(w[2] * x + w[3] * hidden);
            double out = sigmoid(w[4] * x + w[5] * hidden);
            double change = Math.tanh(w[6] * x + w[7] * hidden);
            cell = forget * cell + in * change;
            hidden = out * Math.tanh(cell);
        }
        return hidden * hidden;
    }

    @At({"100; 105; 0.2; 0.03; 1", "100; 80; 0.4; 0; 0.25"})
    @Differentiable
    static double blackScholes(double spot, double strike, double volatility, double rate, double time) {
        double deviation = volatility * Math.sqrt(time);
        double d1 = (Math.log(spot / strike) + (rate + volatility * volatility / 2) * time) / deviation;
        double d2 = d1 - deviation;
        return spot * normal(d1) - strike * Math.exp(-rate * time) * normal(d2);
    }

    /** Abramowitz and Stegun 7.1.26. */
    private static double normal(double x) {
        double z = Math.abs(x) / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * z);
        double poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
        double erf = 1 - poly * Math.exp(-z * z);
        return x >= 0 ? (1 + erf) / 2 : (1 - erf) / 2;
    }

    @At({"[9]; 2", "[6]; 1", "[3]; 0"})
    @Differentiable
    static double manyBodies(double[] positions, int steps) {
        int n = positions.length / 3;
        double[] x = positions.clone();
        double[] v = new double[3 * n];
        for (int s = 0; s < steps; s++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (i != j) {
                        double square = 0.1;
                        for (int k = 0; k < 3; k++) {
                            double d = x[3 * j + k] - x[3 * i + k];
                            square += d * d;
                        }
                        double force = 0.01 / (square * Math.sqrt(square));
                        for (int k = 0; k < 3; k++) {
                            v[3 * i + k] += force * (x[3 * j + k] - x[3 * i + k]);
                        }
                    }
                }
            }
            for (int i = 0; i < x.length; i++) {
                x[i] += v[i];
            }
        }
        double energy = 0;
        for (int i = 0; i < x.length; i++) {
            energy += v[i] * v[i] + x[i];
        }
        return energy;
    }

    @At({"[7]; 3", "[5]; 1", "[3]; 0"})
    @Differentiable
    static double heat(double[] initial, int steps) {
        int n = initial.length;
        double[] u = initial.clone();
        double[] next = new double[n];
        for (int s = 0; s < steps; s++) {
            for (int i = 1; i < n - 1; i++) {
                double conductivity = 0.2 + 0.05 * u[i] * u[i];
                next[i] = u[i] + conductivity * (u[i - 1] - 2 * u[i] + u[i + 1]);
            }
            for (int i = 1; i < n - 1; i++) {
                u[i] = next[i];
            }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += u[i] * i;
        }
        return sum;
    }

    @At({"0.8; 1.2; 4", "0.8; 1.2; 0"})
    @Differentiable
    static double kalman(double noise, double drift, int n) {
        double mean = 0;
        double variance = 1;
        double likelihood = 0;
        for (int i = 0; i < n; i++) {
            double measured = Math.sin(i) + drift * i;
            variance += noise * noise;
            double innovation = measured - mean;
            double total = variance + 0.5;
            likelihood -= 0.5 * (Math.log(total) + innovation * innovation / total);
            double gain = variance / total;
            mean += gain * innovation;
            variance *= 1 - gain;
        }
        return likelihood;
    }

    @At({"{0.3, 0.2, 0.5}; {0.7, 0.3, 0.4, 0.6}; {0, 1, 1}", "{0.3, 0.2, 0.5}; {0.7, 0.3, 0.4, 0.6}; {}"})
    @Differentiable
    static double hiddenMarkov(double[] start, double[] emission, int[] observed) {
        double[] alpha = {start[0], start[1]};
        for (int o : observed) {
            double stay = alpha[0] * start[2] + alpha[1] * (1 - start[2]);
            double leave = alpha[0] * (1 - start[2]) + alpha[1] * start[2];
            alpha[0] = stay * emission[o];
            alpha[1] = leave * emission[2 + o];
        }
        return Math.log(alpha[0] + alpha[1]);
    }

    @At({"{0.5, 0.8}; {-1.1, 0.3}; 6", "{0.5, 0.8}; {-1.1, 0.3}; 0"})
    @Differentiable
    static double[] complexIteration(double[] c, double[] start, int n) {
        double re = start[0];
        double im = start[1];
        int i = 0;
        while (i < n && re * re + im * im < 4) {
            double t = re * re - im * im + c[0] * 0.1;
            im = 2 * re * im + c[1] * 0.1;
            re = t;
            i++;
        }
        return new double[] {re, im, Math.hypot(re, im), Math.atan2(im, re)};
    }
}
