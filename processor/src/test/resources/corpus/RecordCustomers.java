package corpus;

import static corpus.RecordSuppliers.energy;

import corpus.RecordSuppliers.Body;
import corpus.RecordSuppliers.Layer;
import corpus.RecordSuppliers.Single;
import corpus.RecordSuppliers.State;
import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Output;
import io.github.cotangent.processor.corpus.At;

/** Methods that pass records to those of another file, and take theirs. */
final class RecordCustomers {

    private RecordCustomers() {}

    // Results of one call are passed to another: nothing is created here.

    @At({"0.5; -1"})
    @Differentiable(order = 2)
    static double ofState(double q, double p) {
        return RecordSuppliers.kinetic(q, p);
    }

    @At({"0.5; -1; 0.1"})
    @Differentiable(order = 2)
    static double passedOn(double q, double p, double h) {
        State s = RecordSuppliers.pushed(RecordSuppliers.made(q, p), h * q);
        return energy(s, 2) * s.q();
    }

    @At({"0.5; -1; 0.1; 0", "0.5; -1; 0.1; 1", "0.5; -1; 0.1; 2", "0.5; -1; 0.1; 5"})
    @Differentiable(order = 2)
    static double[] evolvedElsewhere(double q, double p, double h, int n) {
        State s = RecordSuppliers.made(q, p);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            s = RecordSuppliers.pushed(s, h);
            sum += energy(s, i) * s.p();
        }
        return new double[] {s.q(), sum};
    }

    @At({"0.5; -1; 3", "0.5; -1; -3"})
    @Differentiable(order = 2)
    static double pushedInWhile(double q, double p, double limit) {
        State s = RecordSuppliers.made(q, p);
        int n = 0;
        while (energy(s, 1) < limit && n++ < 5) {
            s = RecordSuppliers.pushed(s, 0.3);
        }
        return s.q() * s.p();
    }

    @At({"0.5; -1; true", "0.5; -1; false"})
    @Differentiable(order = 2)
    static double chosenState(double q, double p, boolean which) {
        State s = which ? RecordSuppliers.made(q, p) : RecordSuppliers.pushed(RecordSuppliers.made(p, q * q), q);
        return s.q() * energy(s, q);
    }

    /** Only one component matters. */
    @At({"0.5; -1"})
    @Differentiable(order = 2)
    static double partOfResult(double q, double p) {
        return RecordSuppliers.made(q, p).p() * q;
    }

    // Records that are created here.

    @At({"0.5; -1; 3"})
    @Differentiable(order = 2)
    static double createdState(double q, double p, double mass) {
        return energy(new State(q * p, p), mass) * energy(new State(1, q), 2);
    }

    @At({"0.5; -1"})
    @Differentiable(order = 2)
    static double sameStateTwice(double q, double p) {
        State s = new State(q, q);
        return energy(s, q) * RecordSuppliers.distance(s, s) + RecordSuppliers.distance(s, new State(p, 0));
    }

    @At({"0.5; 2"})
    @Differentiable(order = 2)
    static double singleComponent(double x, double y) {
        return RecordSuppliers.ofSingle(new Single(x * y)) * x;
    }

    @At({"0.5; {1, 2, 3}; 2", "0.5; {1}; 0"})
    @Differentiable(order = 2)
    static double layered(double b, double[] w, int n) {
        Layer layer = new Layer(w, b, 1, "name");
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += RecordSuppliers.activation(layer, sum + i);
            layer = new Layer(layer.weights(), sum, 1, "other");
        }
        return sum + layer.bias();
    }

    /** One array in two records, and as an argument of its own. */
    @At({"{1, 2, 3}; 0.5"})
    @Differentiable(order = 2)
    static double sharedArray(double[] w, double b) {
        double[] y = w.clone();
        y[0] *= b;
        double sum = RecordSuppliers.layers(new Layer(y, b, 1, ""), new Layer(y, b * b, 1, ""), y);
        y[1] = sum;
        return RecordSuppliers.layers(new Layer(y, b, 1, ""), new Layer(w, b * b, 1, ""), w);
    }

    @At({"0.5; -1; 2; 3"})
    @Differentiable(order = 2)
    static double nested(double q, double p, double mass, int n) {
        Body body = new Body(new State(q, p), mass, RecordSuppliers.Kind.HEAVY, n, (short) 2, 'c');
        return RecordSuppliers.action(body) * RecordSuppliers.action(new Body(
                new State(mass, q), 1, RecordSuppliers.Kind.LIGHT, 1, (short) 1, 'a'));
    }

    @At({"0.5; -1; 2; 2"})
    @Differentiable(order = 2)
    static double nestedResult(double q, double p, double mass, int n) {
        Body body = new Body(new State(q, p), mass, RecordSuppliers.Kind.HEAVY, n, (short) 2, 'c');
        for (int i = 0; i < n; i++) {
            body = RecordSuppliers.heavier(body, mass * i);
        }
        return body.state().q() * body.mass() + body.state().p() * body.count();
    }

    // Parameters of a type of another file.

    @At({"{0.5, -1}; 3"})
    @Differentiable(order = 2)
    static double foreignParameter(State s, double mass) {
        return energy(s, mass) * s.q();
    }

    @At({"{0.5, -1}; 3"})
    @Differentiable(order = 2)
    static State foreignResult(State s, double h) {
        State pushed = RecordSuppliers.pushed(s, h);
        return new State(pushed.p(), pushed.q() * s.q());
    }

    // Results that hold arrays.

    @At({"[3]; 0.5", "[1]; 2"})
    @Differentiable(order = 2)
    static double layerResult(double[] x, double b) {
        Layer layer = RecordSuppliers.trained(new Layer(x, b, 1, "start"), x);
        double sum = layer.bias() * layer.weights()[0];
        layer.weights()[0] = sum * b;
        return sum + RecordSuppliers.activation(layer, b);
    }

    /** Only the array matters, or only the number. */
    @At({"[3]; 0.5"})
    @Differentiable(order = 2)
    static double partsOfLayer(double[] x, double b) {
        Layer first = RecordSuppliers.trained(new Layer(x, b, 1, ""), x);
        Layer second = RecordSuppliers.trained(new Layer(x, b, 1, ""), first.weights());
        return second.bias() * x[0];
    }

    @At({"[2]; 0.5; 0", "[2]; 0.5; 1", "[2]; 0.5; 3"})
    @Differentiable(order = 2)
    static double[] layersCarried(double[] x, double b, int n) {
        Layer layer = new Layer(x, b, 1, "");
        for (int i = 0; i < n; i++) {
            layer = RecordSuppliers.trained(layer, x);
        }
        double[] y = layer.weights().clone();
        y[0] *= layer.bias();
        return y;
    }

    // Vectors.

    @At({"0.5; -1; [3]", "0.5; -1; {}"})
    @Differentiable
    static double[] vectorOfRecord(double q, double p, double[] x) {
        return RecordSuppliers.scaledBy(new State(q, p * q), RecordSuppliers.scaledBy(new State(p, 1), x));
    }

    @At({"0.5; -1; [3]"})
    @Differentiable(order = 2)
    static double inPlaceOfRecord(double q, double p, double[] x) {
        double[] y = RecordSuppliers.weighed(new State(q, p), x);
        return y[0] * y[1] + y[2] * q;
    }

    @At({"0.5; -1; [2]; 3", "0.5; -1; [2]; 0"})
    @Differentiable(order = 2)
    static double outputOfRecord(double q, double p, double[] start, int n) {
        double[] y = start.clone();
        double[] k = new double[2];
        for (int i = 0; i < n; i++) {
            RecordSuppliers.slope(0.1 * i, new State(q, p), y, k);
            y[0] += 0.1 * k[0];
            y[1] += 0.1 * k[1];
        }
        return y[0] * y[1];
    }

    @At({"0.5; {-1, 2}; [2]; [2]"})
    @Differentiable(order = 2)
    static void ownOutputOfRecord(double t, State s, double[] y, @Output double[] dydt) {
        RecordSuppliers.slope(t, new State(s.p(), s.q() * t), y, dydt);
        dydt[0] *= s.q();
    }

    // Constants.

    @At({"0.5; {-1, 2}"})
    @Differentiable(order = 2)
    static double constantRecord(double x, @Constant State s) {
        return energy(s, x) * RecordSuppliers.withConstant(new State(x, 2), s);
    }

    @At({"0.5"})
    @Differentiable(order = 2)
    static double partlyConstant(double x) {
        return energy(new State(1, 2), 3) * RecordSuppliers.distance(new State(x, 2), new State(1, 2));
    }

    // Constants of another file.

    @At({"0.5; -1"})
    @Differentiable(order = 2)
    static double recordConstants(double x, double y) {
        State s = RecordSuppliers.BODY.state();
        double sum = energy(s, x) * s.p() + RecordSuppliers.distance(s, new State(y, s.q()));
        for (double w : RecordSuppliers.LAYER.weights()) {
            sum += w * x * RecordSuppliers.LAYER.bias();
        }
        return sum * RecordSuppliers.action(RecordSuppliers.BODY) + RecordSuppliers.activation(RecordSuppliers.LAYER, x);
    }

    @At({"0.5; 7", "2; 0"})
    @Differentiable(order = 2)
    static double numberConstants(double x, int n) {
        double[] y = new double[RecordSuppliers.SIZE];
        for (int i = 0; i < RecordSuppliers.SIZE; i++) {
            y[i] = Math.pow(x, RecordSuppliers.SCALE) * (i + n / RecordSuppliers.SIZE) * RecordSuppliers.SINGLE;
        }
        return RecordSuppliers.IS_SCALED ? y[0] * y[1] / RecordSuppliers.SCALE + n % RecordSuppliers.SIZE : y[2];
    }

    // What calls itself.

    record Pair(double a, double b) {}

    @At({"0.5; 2; 0", "0.5; 2; 1", "0.5; 2; 3"})
    @Differentiable(order = 2)
    static double ofRecursiveResult(double a, double b, int n) {
        Pair pair = recursiveResult(new Pair(a * b, b), n);
        return pair.a() * pair.b();
    }

    @At({"{0.5, 2}; 0", "{0.5, 2}; 1", "{0.5, 2}; 3"})
    @Differentiable(order = 2)
    static double recursivePair(Pair pair, int n) {
        return n == 0 ? pair.a() * pair.b() : recursivePair(new Pair(pair.b(), pair.a() * pair.b()), n - 1) + pair.a();
    }

    @At({"{0.5, 2}; 0", "{0.5, 2}; 1", "{0.5, 2}; 3"})
    @Differentiable(order = 2)
    static Pair recursiveResult(Pair pair, int n) {
        if (n == 0) {
            return new Pair(pair.a() * pair.b(), pair.b());
        }
        Pair rest = recursiveResult(new Pair(pair.b(), pair.a()), n - 1);
        return new Pair(rest.b() * pair.a(), rest.a());
    }
}
