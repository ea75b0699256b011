package corpus;

import static java.lang.Math.PI;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Records: created, taken apart, chosen, carried, returned, with and without code of their own. */
final class Records {

    private Records() {}

    record Vec3(double x, double y, double z) {

        static final Vec3 ORIGIN = new Vec3(0, 0, 0);

        Vec3 plus(Vec3 other) {
            return new Vec3(x + other.x, y + other.y, z + other.z);
        }

        Vec3 times(double factor) {
            return new Vec3(factor * x, factor * this.y, factor * z());
        }

        double dot(Vec3 other) {
            return x * other.x() + y * other.y() + z * other.z();
        }

        double norm() {
            return sqrt(dot(this));
        }

        static Vec3 cross(Vec3 a, Vec3 b) {
            return new Vec3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
        }

        static double triple(Vec3 a, Vec3 b, Vec3 c) {
            return a.dot(cross(b, c));
        }
    }

    @At({"[6]", "[6]"})
    @Differentiable(order = 2)
    static double volume(double[] p) {
        Vec3 a = new Vec3(p[0], p[1], p[2]);
        Vec3 b = new Vec3(p[3], p[4], p[5]);
        Vec3 c = a.plus(b.times(p[0])).plus(new Vec3(1, 2 * p[4], 3));
        return Vec3.triple(a, b, c) + a.norm() * (b.norm() + Vec3.cross(a, c).norm());
    }

    /** An implicit canonical constructor evaluates its arguments in order. */
    @At({"0.5", "-3"})
    @Differentiable
    static double argumentOrder(double x) {
        double y = x;
        Vec3 v = new Vec3(y *= 2, y += x, y * y);
        return v.x() + 10 * v.y() + 100 * v.z();
    }

    record Range(double low, double high) {

        Range {
            if (low > high) {
                double swapped = low;
                low = high;
                high = swapped;
            }
        }

        Range(double width) {
            this(-width / 2, width / 2);
        }

        double width() {
            return high - low;
        }

        double clamp(double x) {
            if (x < low) {
                return low;
            }
            return x > high ? high : x;
        }
    }

    @At({"0.5; 2", "2; 0.5", "-1; -3"})
    @Differentiable(order = 2)
    static double compactConstructor(double a, double b) {
        Range range = new Range(a * b, a + b);
        return range.low() * range.width() + sin(range.high());
    }

    @At({"0.5; 2", "2; 0.5", "3; -5"})
    @Differentiable
    static double otherConstructor(double x, double w) {
        Range range = new Range(w);
        return range.clamp(x) * x + range.width() * w;
    }

    record Polar(double r, double phi) {

        private static final double TURN = 2 * PI;

        Polar(double r, double phi) {
            if (r < 0) {
                this.r = -r;
                this.phi = phi + TURN / 2;
            } else {
                this.r = r;
                this.phi = phi;
            }
        }

        static Polar of(double x, double y) {
            return new Polar(Math.hypot(x, y), Math.atan2(y, x));
        }

        public double phi() {
            return phi > TURN ? phi - TURN : phi;
        }

        double x() {
            return r * cos(phi());
        }
    }

    @At({"0.5; 2", "-0.5; 2", "1.5; 7", "-1.5; 5"})
    @Differentiable
    static double canonicalConstructor(double r, double phi) {
        Polar p = new Polar(r * r * r, phi);
        return p.x() * p.phi() + p.r() + Polar.of(r, phi).phi();
    }

    @At({"0.5; 2; 0", "0.5; 2; 1", "-0.5; 2; 2", "0.5; 2; 3"})
    @Differentiable(order = 2)
    static double chosen(double x, double y, int n) {
        Vec3 v = n > 0 ? new Vec3(x, y, 1) : new Vec3(y, x * y, 2);
        if (n == 2) {
            v = v.times(x);
        }
        Vec3 w = switch (n) {
            case 0 -> v;
            case 1 -> v.plus(v);
            default -> {
                Vec3 u = new Vec3(sin(x), y, x);
                yield u;
            }
        };
        var last = switch (n) {
            case 3:
                yield w;
            default:
                yield new Vec3(x, x, y);
        };
        return v.dot(w) + last.norm();
    }

    @At({"[3]; 1", "[1]; 0.5", "[0]; 2", "[3]; -100"})
    @Differentiable
    static double early(double[] x, double limit) {
        return longest(x, limit).dot(new Vec3(1, 2, 3));
    }

    private static Vec3 longest(double[] x, double limit) {
        Vec3 best = new Vec3(limit, 0, 0);
        for (double each : x) {
            Vec3 candidate = new Vec3(each, each * each, limit);
            if (candidate.y() > limit) {
                return candidate;
            }
            if (candidate.x() > best.x()) {
                best = candidate;
            }
        }
        return best;
    }

    record State(double q, double p) {
        State plus(double h, State rate) {
            return new State(q + h * rate.q, p + h * rate.p);
        }
    }

    private static State rate(State s, double omega) {
        return new State(s.p(), -omega * omega * sin(s.q()));
    }

    @At({"0.5; 0.25; 1.5; 0", "0.5; 0.25; 1.5; 1", "0.5; 0.25; 1.5; 2", "0.5; 0.25; 1.5; 7"})
    @Differentiable(order = 2)
    static double pendulum(double q, double p, double omega, int steps) {
        State s = new State(q, p);
        double h = 0.1;
        for (int i = 0; i < steps; i++) {
            State k1 = rate(s, omega);
            State k2 = rate(s.plus(h / 2, k1), omega);
            State k3 = rate(s.plus(h / 2, k2), omega);
            State k4 = rate(s.plus(h, k3), omega);
            State sum = k1.plus(2, k2).plus(2, k3).plus(1, k4);
            s = s.plus(h / 6, sum);
        }
        return s.q() * s.q() + s.p();
    }

    @At({"0.5; 3", "9; 3", "0.5; 0"})
    @Differentiable
    static double whileCarried(double x, int n) {
        State s = new State(x, 1);
        int i = 0;
        while (i < n && s.q() < 50) {
            State before = s;
            s = new State(before.p() + x, before.q() * x);
            if (s.p() > 100) {
                break;
            }
            i++;
        }
        State t;
        do {
            t = new State(s.q() / 2, s.p());
            s = t;
        } while (s.q() > 1 && s.q() < 1e300);
        return s.q() * x + t.p();
    }

    record Layer(double[] weights, double bias, int stride) {
        double of(double[] x) {
            double sum = bias;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * x[i * stride];
            }
            return sum;
        }
    }

    record Network(Layer first, Layer second) {}

    @At({"[4]; [2]", "[4]; [1]", "[0]; [0]"})
    @Differentiable(order = 2)
    static double layers(double[] x, double[] w) {
        double[] scaled = w.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= i + 1;
        }
        Network network = new Network(new Layer(w, 0.5, 1), new Layer(scaled, -0.25, 2));
        double a = 1 / (1 + exp(-network.first().of(x)));
        return a * network.second().of(x) + network.second().weights().length;
    }

    /** The array of a record is the array itself, not a copy. */
    @At({"[3]", "[2]"})
    @Differentiable
    static double sharedArray(double[] x) {
        double[] y = x.clone();
        Layer layer = new Layer(y, 0, 1);
        layer.weights()[0] = x[1] * x[1];
        y[1] *= 3;
        return layer.of(x) * y[0];
    }

    record Mixed(float f, long n, boolean flag, char letter) {}

    @At(value = {"0.5; 3", "0.5; -3"}, single = true)
    @Differentiable
    static double mixedTypes(double x, int n) {
        Mixed m = new Mixed((float) x, n, n > 0, 'a');
        if (!m.flag()) {
            m = new Mixed(m.f() * m.f(), m.n() + 1, true, m.letter());
        }
        return m.f() * m.n() + (m.letter() - 'a' + 1) * x;
    }

    record Nothing() {}

    private static double ignored(Nothing nothing, double x) {
        return x * x;
    }

    @At({"0.5", "-3"})
    @Differentiable
    static double nothing(double x) {
        Nothing n = x > 0 ? new Nothing() : new Nothing();
        return ignored(n, x);
    }

    /** An accessor, a field and a static constant of the record's own, and names that clash. */
    @At({"0.5; 2", "-3; 1"})
    @Differentiable
    static double clashes(double p, double pX) {
        Vec3 pY = new Vec3(p, pX, p * pX);
        Vec3 x = pY.times(p);
        double pYX = x.x * pY.x;
        return pYX + x.y() * pY.z();
    }

    /** Records that hold arrays, chosen and carried. */
    @At({"[3]; 0", "[3]; 1", "[3]; 2", "[3]; 5"})
    @Differentiable(order = 2)
    static double layersCarried(double[] x, int n) {
        Layer layer = new Layer(x, 0.5, 1);
        Layer other = new Layer(x.clone(), x[1], 1);
        for (int i = 0; i < n; i++) {
            double[] next = new double[x.length];
            for (int j = 0; j < next.length; j++) {
                next[j] = layer.weights()[j] * 0.5 + x[j] * other.bias();
            }
            Layer made = new Layer(next, layer.bias() * x[0], layer.stride());
            if (i % 2 == 0) {
                other = layer;
                layer = made;
            } else {
                Layer t = layer;
                layer = other;
                other = t;
            }
        }
        Layer last = n > 1 ? other : layer;
        return last.of(x) * last.bias() + layer.of(x);
    }

    /** Found in a loop, the record leaves it with its array. */
    @At({"[3]; 0", "[3]; 1", "[3]; 7", "[0]; 1"})
    @Differentiable
    static double layerFound(double[] x, int n) {
        return found(x, n).of(x);
    }

    private static Layer found(double[] x, int n) {
        for (int i = 0; i < x.length; i++) {
            if (i == n) {
                double[] w = x.clone();
                w[i] *= w[0];
                return new Layer(w, x[i], 1);
            }
        }
        return new Layer(x, 2, 1);
    }

    record Positive(double value, double root) {
        Positive {
            if (value < 0) {
                throw new IllegalArgumentException("negative: " + value);
            }
            root = sqrt(value) * root;
        }

        Positive(double value) {
            this(value, 1);
        }
    }

    /** A constructor that refuses what it does not take. */
    @At({"0.5; 2", "3; 0.25"})
    @Differentiable(order = 2)
    static double validated(double x, double y) {
        Positive p = new Positive(x * y);
        Positive q = x > 1 ? new Positive(x, y) : p;
        return p.root() * q.value() + q.root();
    }

    /** The integrator knows nothing of the system but its rate. */
    record Orbit(Vec3 position, Vec3 velocity) {
        Orbit plus(double h, Orbit rate) {
            return new Orbit(position.plus(rate.position.times(h)), velocity.plus(rate.velocity.times(h)));
        }

        Orbit rate(double mass) {
            double r = position.norm();
            return new Orbit(velocity, position.times(-mass / (r * r * r)));
        }

        Orbit step(double h, double mass) {
            Orbit k1 = rate(mass);
            Orbit k2 = plus(h / 2, k1).rate(mass);
            Orbit k3 = plus(h / 2, k2).rate(mass);
            Orbit k4 = plus(h, k3).rate(mass);
            return plus(h / 6, k1).plus(h / 3, k2).plus(h / 3, k3).plus(h / 6, k4);
        }
    }

    @At({"[6]; 1.5; 0", "[6]; 1.5; 1", "[6]; 1.5; 2", "[6]; 1.5; 5"})
    @Differentiable(order = 2)
    static double orbit(double[] start, double mass, int steps) {
        Orbit orbit = new Orbit(new Vec3(start[0], start[1], start[2]), new Vec3(start[3], start[4], start[5]));
        for (int i = 0; i < steps; i++) {
            orbit = orbit.step(0.125, mass);
        }
        double energy = orbit.velocity().dot(orbit.velocity()) / 2 - mass / orbit.position().norm();
        return energy + orbit.position().x();
    }

    enum Option {
        CALL,
        PUT
    }

    record Market(double spot, double rate, double volatility, double maturity) {
        double discount() {
            return exp(-rate * maturity);
        }

        double forward() {
            return spot / discount();
        }
    }

    /** The normal distribution, near enough. */
    private static double normal(double x) {
        return 1 / (1 + exp(-1.5976 * x - 0.07056 * x * x * x));
    }

    private static double price(Market market, double strike, Option option) {
        double deviation = market.volatility() * sqrt(market.maturity());
        double d = Math.log(market.forward() / strike) / deviation + deviation / 2;
        double sign = switch (option) {
            case CALL -> 1;
            case PUT -> -1;
        };
        return market.discount()
                * sign
                * (market.forward() * normal(sign * d) - strike * normal(sign * (d - deviation)));
    }

    @At({"1.5; 0.0625; 0.25; 1.25; 0", "1.5; 0.0625; 0.25; 1.25; 1"})
    @Differentiable(order = 2)
    static double optionPrice(double spot, double rate, double volatility, double strike, int kind) {
        Market market = new Market(spot, rate, volatility, 2);
        return price(market, strike, kind == 0 ? Option.CALL : Option.PUT);
    }

    /** A field and a parameter of one name are two variables. */
    record Doubled(double x, double y) {

        Doubled(double x, double y) {
            this.x = 2 * x;
            this.y = x * y;
        }
    }

    @At({"0.5; 2", "-2; 0.5"})
    @Differentiable(order = 2)
    static double fieldBesideParameter(double a, double b) {
        Doubled doubled = new Doubled(a, b);
        return doubled.x() * doubled.y();
    }

    record Stopping(double x, double y) {

        Stopping(double x, double y) {
            if (x < 0) {
                this.x = x * x;
                this.y = y * x;
                return;
            }
            if (y < 0) {
                this.y = 2 * x;
                double t = x * y;
                this.x = t;
                return;
            }
            this.x = x + y;
            if (x > 7) {
                throw new IllegalArgumentException("x = " + x);
            }
            this.y = y * y;
        }

        Stopping(double both) {
            this(both, 2 * both);
            if (both > 5) {
                return;
            }
            if (both < -5) {
                throw new IllegalArgumentException();
            }
        }
    }

    @At(
            value = {"0.5; 2", "0.5; -2", "-0.5; 2", "-0.5; -2"},
            fails = {"8; 2", "-6; -2"})
    @Differentiable(order = 2)
    static double leftConstructor(double a, double b) {
        Stopping first = new Stopping(a, b);
        Stopping second = new Stopping(a);
        return first.x() * first.y() + second.y() * b + second.x();
    }

    record Scaled(double[] values, double last) {

        Scaled(double[] values, double last) {
            this.values = values.clone();
            double product = last;
            for (int i = 0; i < values.length; i++) {
                this.values[i] *= last;
                product *= values[i];
                if (product < 0) {
                    this.last = product * (i + 1);
                    return;
                }
                last = product;
            }
            this.last = product * product;
        }
    }

    @At({"{0.5, 2, 3}; 1.5", "{0.5, -2, 3}; 1.5", "{-0.5, 2, 3}; 1.5", "{0.5, -2, 3}; -1.5", "{1, 2}; 3"})
    @Differentiable(order = 2)
    static double leftConstructorInALoop(double[] x, double t) {
        Scaled scaled = new Scaled(x, t);
        double sum = scaled.last();
        for (double v : scaled.values()) {
            sum += v * v;
        }
        return sum;
    }

    @At({"{0.5, -2, 3}; 1.5; 2", "{0.5, 2, 3}; 1.5; 3", "{-0.5, 2}; 1.5; 1", "{0.5}; 1.5; 0"})
    @Differentiable(order = 2)
    static double leftConstructorsInALoop(double[] x, double t, int n) {
        Scaled scaled = new Scaled(x, t);
        Stopping stopping = new Stopping(t, x[0]);
        for (int i = 0; i < n; i++) {
            scaled = new Scaled(scaled.values(), Math.sin(scaled.last()));
            stopping = new Stopping(stopping.y() / 4, stopping.x() / 8 - i);
        }
        return scaled.values()[0] * scaled.last() + stopping.x() * stopping.y();
    }

    /** Without elements there is no column of the Jacobian, and the exception all the same. */
    @At(
            value = "{1, 2}; [2]; 2",
            fails = {"{}; {}; 2", "{}; {}; 0", "{1}; {2}; 0"})
    @Differentiable
    static State checked(double[] x, double[] y, int n) {
        if (x.length < n || n == 0) {
            throw new IllegalArgumentException("too few: " + x.length);
        }
        return new State(x[0] * y[n - 1], 2);
    }
}
