package corpus;

import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.sin;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Output;
import io.github.cotangent.processor.corpus.At;

/** Methods with records, for those of another file to call. */
final class RecordSuppliers {

    private RecordSuppliers() {}

    record State(double q, double p) {}

    record Single(double value) {}

    record Layer(double[] weights, double bias, int stride, String name) {}

    enum Kind {
        LIGHT,
        HEAVY
    }

    record Body(State state, double mass, Kind kind, int count, short small, char letter) {}

    static final Body BODY = new Body(new State(0.5, Math.sqrt(2)), 3, Kind.HEAVY, 2, (short) 3, 'd');
    static final Layer LAYER = new Layer(new double[] {1, 2, 0.5}, Double.parseDouble("0.25"), 1, "constant");
    static final int SIZE = Integer.parseInt("3");
    static final double SCALE;
    static final float SINGLE = Float.parseFloat("0.5");
    static final boolean IS_SCALED = SIZE > 2;

    static {
        SCALE = 1.5;
    }

    @At({"0.5; -1"})
    @Differentiable(order = 2)
    static double kinetic(double q, double p) {
        return p * p / 2 - cos(q);
    }

    @At({"0.5; -1"})
    @Differentiable(order = 2)
    static State made(double q, double p) {
        return new State(q * p, p * p);
    }

    @At({"{0.5, -1}; 0.1"})
    @Differentiable(order = 2)
    static State pushed(State s, double h) {
        return new State(s.q() + h * s.p(), s.p() - h * sin(s.q()));
    }

    @At({"{0.5, -1}; 2"})
    @Differentiable(order = 2)
    static double energy(State seed, double value) {
        return seed.p() * seed.p() * value * value - cos(seed.q());
    }

    @At({"{0.5, -1}; {2, 3}"})
    @Differentiable(order = 2)
    static double distance(State a, State b) {
        return (a.q() - 2 * b.q()) * (a.p() + b.p() * b.p());
    }

    @At({"{0.5}"})
    @Differentiable(order = 2)
    static double ofSingle(Single single) {
        return exp(single.value() * single.value());
    }

    @At({"{{1, 2}, 0.5, 2, x}; 3"})
    @Differentiable(order = 2)
    static double activation(Layer layer, double x) {
        double sum = layer.bias() * x;
        for (double w : layer.weights()) {
            sum += sin(w * x) * w * layer.stride();
        }
        return sum;
    }

    @At({"{{1, 2}, 0.5, 2, x}; {{1, 2}, 0.5, 2, x}; {3, 4}"})
    @Differentiable(order = 2)
    static double layers(Layer a, Layer b, double[] x) {
        return a.weights()[0] * b.weights()[1] * x[0] * a.bias() + b.bias() * a.weights()[1] * b.weights()[1];
    }

    @At({"{{0.5, -1}, 2, HEAVY, 2, 3, a}"})
    @Differentiable(order = 2)
    static double action(Body body) {
        double factor = body.kind() == Kind.HEAVY ? body.mass() * body.mass() : 1;
        return factor * body.state().p() * sin(body.state().q()) * body.count() * body.small() + body.letter();
    }

    @At({"{{0.5, -1}, 2, HEAVY, 2, 3, a}; 2"})
    @Differentiable(order = 2)
    static Body heavier(Body body, double by) {
        State turned = new State(body.state().p() * by, body.state().q());
        return new Body(turned, body.mass() * by + body.mass(), Kind.LIGHT, body.count() + 1, (short) 3, 'b');
    }

    @At({"{{1, 2}, 0.5, 1, x}; [2]"})
    @Differentiable(order = 2)
    static Layer trained(Layer layer, double[] x) {
        double[] w = layer.weights().clone();
        double sum = layer.bias();
        for (int i = 0; i < w.length; i++) {
            w[i] *= x[i] + layer.bias();
            sum += w[i] * w[i];
        }
        return new Layer(w, sum / 10, layer.stride(), "trained");
    }

    @At({"{0.5, -1}; [3]"})
    @Differentiable
    static double[] scaledBy(State s, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = s.q() * x[i] + sin(s.p() * i);
        }
        return y;
    }

    @At({"{0.5, -1}; [3]"})
    @Differentiable(order = 2)
    static double[] weighed(State s, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = s.q() * x[i] * x[i] + sin(s.p() * i);
        }
        return y;
    }

    @At({"0.3; {0.5, -1}; [2]; [2]"})
    @Differentiable(order = 2)
    static void slope(double t, State parameters, double[] y, @Output double[] dydt) {
        dydt[0] = y[1] * parameters.p() * t;
        dydt[1] = -sin(y[0]) * parameters.q();
    }

    @At({"{0.5, -1}; {2, 3}"})
    @Differentiable(order = 2)
    static double withConstant(State a, @Constant State b) {
        return a.q() * b.q() + a.p() * a.p() * b.p();
    }
}
