package corpus;

import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Output;
import io.github.cotangent.processor.corpus.At;

/** Records as parameters and as results. */
final class RecordSignatures {

    private RecordSignatures() {}

    record State(double q, double p) {

        State step(double h) {
            return new State(q + h * p, p - h * sin(q));
        }

        double energy() {
            return p * p / 2 - cos(q);
        }
    }

    enum Kind {
        CALL,
        PUT
    }

    record Rates(double rate, double spread) {}

    record Market(double spot, Rates rates, Kind kind, int days, String name) {}

    record Layer(double[] weights, double bias, int stride) {}

    record Net(Layer first, double[][] second, boolean[] used) {}

    record One(double value) {}

    // Results.

    @At({"0.5; -1", "0; 2"})
    @Differentiable
    static State made(double q, double p) {
        return new State(q * p, sin(q) + p);
    }

    @At({"0.5; -1; 0.1; 0", "0.5; -1; 0.1; 1", "0.5; -1; 0.1; 2", "0.5; -1; 0.1; 9"})
    @Differentiable
    static State evolved(double q, double p, double h, int n) {
        State s = new State(q, p);
        for (int i = 0; i < n; i++) {
            s = s.step(h);
        }
        return s;
    }

    /** The parameters themselves, twice and not at all. */
    @At({"0.5; -1"})
    @Differentiable
    static Rates handed(double x, double y) {
        return new Rates(x, x);
    }

    @At({"0.5; -1"})
    @Differentiable
    static Rates partlyConstant(double x, @Constant double y) {
        return new Rates(2, x * y);
    }

    @At({"0.5", "-3"})
    @Differentiable
    static One single(double x) {
        return new One(x * x);
    }

    @At({"[3]; 0.5", "[1]; -2"})
    @Differentiable
    static Layer layered(double[] x, double b) {
        double[] w = x.clone();
        double sum = b;
        for (int i = 0; i < w.length; i++) {
            w[i] = exp(w[i]) * b;
            sum += w[i] * x[i];
        }
        return new Layer(w, sum, x.length);
    }

    /** One array in two components, one of them as a row. */
    @At({"[3]", "[1]"})
    @Differentiable
    static Net sharing(double[] x) {
        double[][] rows = {x.clone(), new double[x.length]};
        for (int i = 0; i < x.length; i++) {
            rows[1][i] = x[i] * x[0];
        }
        return new Net(new Layer(rows[1], rows[0][0], 1), rows, new boolean[] {true});
    }

    @At({"0.5; true", "0.5; false"})
    @Differentiable
    static Market chosen(double x, boolean call) {
        Rates rates = call ? new Rates(x, x * x) : new Rates(sin(x), 1);
        if (call) {
            return new Market(x, rates, Kind.CALL, 3, "call");
        }
        return new Market(exp(x), rates, Kind.PUT, 5, "put");
    }

    @At({"[2]; 3", "[2]; 0"})
    @Differentiable
    static Layer swapped(double[] x, int n) {
        double[] a = x.clone();
        double[] b = new double[x.length];
        for (int k = 0; k < n; k++) {
            b[0] = sin(a[0]) * a[1];
            b[1] = a[0] + a[1];
            double[] t = a;
            a = b;
            b = t;
        }
        return new Layer(a, b[0], n);
    }

    @At(value = {"0.5; 2", "0.5; 5"}, fails = "0.5; -1")
    @Differentiable
    static State guarded(double x, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n = " + n);
        }
        for (int i = 0; i < n; i++) {
            if (x > 3) {
                return new State(x, i);
            }
            x += x * x;
        }
        return new State(x * x, sqrt(x));
    }

    // Parameters and results.

    @At({"{0.5, -1}; 0.1", "{0, 2}; 0.3"})
    @Differentiable
    static State step(State s, double h) {
        return s.step(h);
    }

    @At({"{0.5, -1}", "{0, 2}"})
    @Differentiable
    static State turned(State seed) {
        return new State(-seed.p(), seed.q() * seed.q());
    }

    @At({"{{0.5, -1, 2}, 0.5, 1}; [5]", "{{}, 0.5, 1}; {}"})
    @Differentiable
    static Layer forward(Layer layer, double[] x) {
        double[] y = new double[layer.weights().length];
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            y[i] = sin(layer.weights()[i] * x[i * layer.stride()] + layer.bias());
            sum += y[i] * y[i];
        }
        return new Layer(y, sum * layer.bias(), layer.stride());
    }

    @At({"{{{1, 2}, 0.5, 1}, {{0.3, 0.4}, {0.5, 0.6}}, {true, false}}; {0.7, 0.8}"})
    @Differentiable
    static Net through(Net net, State s) {
        double[][] second = new double[net.second().length][];
        double sum = s.p();
        for (int i = 0; i < second.length; i++) {
            double[] row = net.second()[i];
            second[i] = new double[row.length];
            for (int j = 0; j < row.length; j++) {
                second[i][j] = net.used()[i] ? row[j] * net.first().weights()[j] * s.q() : row[j] * row[j];
                sum += second[i][j];
            }
        }
        return new Net(new Layer(net.first().weights().clone(), sum, 2), second, net.used().clone());
    }

    @At({"{1.5, {0.25, 0.5}, CALL, 90, x}; 1.25; {0.5, 0.1}", "{1.5, {0.25, 0.5}, PUT, 90, x}; 1.25; {0.5, 0.1}"})
    @Differentiable
    static Market moved(Market market, double strike, @Constant Rates other) {
        double growth = exp(market.rates().rate() * market.days() / 360.0) * other.rate();
        double spot = market.kind() == Kind.CALL ? market.spot() * growth : market.spot() - strike;
        return new Market(spot, market.rates(), market.kind(), market.days() + 1, market.name());
    }

    // Records and arrays.

    @At({"{0.5, -1}; [3]", "{0.5, -1}; {}"})
    @Differentiable
    static double[] scaled(State s, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = s.q() * x[i] + sin(s.p() * i);
        }
        return y;
    }

    @At({"{{1, 2}, 0.5, 1}", "{{}, 0.5, 3}"})
    @Differentiable
    static double[][] table(Layer layer) {
        double[][] rows = new double[layer.weights().length][layer.stride()];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = layer.weights()[i] * layer.bias();
        }
        return rows;
    }

    @At({"0.3; {0.5, -1}; [2]"})
    @Differentiable
    static void rightHandSide(double t, State s, @Output double[] dydt) {
        dydt[0] = s.p() * t;
        dydt[1] += -sin(s.q());
    }

    record Weights(double[] all) {}

    /** The record of the adjoints holds nothing but the buffers. */
    @At({"{{1, 2, 3}}; [3]; [1]"})
    @Differentiable
    static void weighted(Weights w, double[] x, @Output double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[0] += w.all()[i] * x[i];
        }
    }

    @At({"{{1, 2, 3}}"})
    @Differentiable
    static Weights squared(Weights w) {
        double[] y = new double[w.all().length];
        for (int i = 0; i < y.length; i++) {
            y[i] = w.all()[i] * w.all()[i];
        }
        return new Weights(y);
    }

    // Numbers.

    @At({"{0.5, -1}; 2", "{0, 2}; 2"})
    @Differentiable(order = 2)
    static double energy(State s, double mass) {
        return s.step(0.1).energy() * mass * mass;
    }

    @At({"{{1, 2, 0.3}, 0.5, 2}; [5]"})
    @Differentiable(order = 2)
    static double activation(Layer layer, double[] x) {
        double sum = layer.bias() * layer.bias();
        for (int i = 0; i < layer.weights().length; i++) {
            sum += layer.weights()[i] * layer.weights()[i] * sin(x[i * layer.stride()]);
        }
        return sum;
    }

    @At({"{0.5}"})
    @Differentiable(order = 2)
    static double ofOne(One one) {
        return exp(one.value() * one.value());
    }

    @At({"{{1, 2}}"})
    @Differentiable(order = 2)
    static double ofWeights(Weights w) {
        return w.all()[0] * w.all()[1] * w.all()[1];
    }
}
