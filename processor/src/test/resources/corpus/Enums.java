package corpus;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Enums and text: what chooses between computations. */
final class Enums {

    private Enums() {}

    enum Kind {
        CALL,
        PUT,
        STRADDLE;

        static Kind opposite(Kind kind) {
            return switch (kind) {
                case CALL -> PUT;
                case PUT -> CALL;
                case STRADDLE -> kind;
            };
        }
    }

    static final String SQUARE = "square";

    private static double cdf(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double tail = 0.39894228 * exp(-x * x / 2) * t * (0.31938153 + t * (-0.356563782 + t * 1.781477937));
        return x > 0 ? 1 - tail : tail;
    }

    record Market(double spot, double rate, double volatility) {
        double forward(double time) {
            return spot * exp(rate * time);
        }
    }

    @At({
        "100; 0.05; 0.2; 1; 0",
        "100; 0.05; 0.2; 1; 1",
        "100; 0.05; 0.2; 1; 2",
    })
    @Differentiable(order = 2)
    static double option(double spot, double rate, double volatility, double time, int chosen) {
        Kind kind = chosen == 0 ? Kind.CALL : chosen == 1 ? Kind.PUT : Kind.STRADDLE;
        Market market = new Market(spot, rate, volatility);
        double strike = 95;
        double deviation = market.volatility() * sqrt(time);
        double d1 = log(market.forward(time) / strike) / deviation + deviation / 2;
        double d2 = d1 - deviation;
        double discounted = strike * exp(-market.rate() * time);
        double call = market.spot() * cdf(d1) - discounted * cdf(d2);
        double put = discounted * cdf(-d2) - market.spot() * cdf(-d1);
        return switch (kind) {
            case CALL -> call;
            case PUT -> put;
            case STRADDLE -> call + put;
        };
    }

    @At({"100; CALL; 95; [2]; lin", "90; CALL; 95; [1]; lin", "90; PUT; 95; [0]; log", "90; STRADDLE; 95; [3]; no"})
    @Differentiable
    static double payoff(double spot, Kind kind, double strike, double[] weights, String scale) {
        double sum = 1;
        for (double weight : weights) {
            sum += kind == Kind.CALL ? weight * weight : weight * spot;
        }
        double moneyness = scale.equals("log") ? log(spot / strike) : scale.equals("lin") ? spot / strike : spot;
        return sum * (kind == Kind.PUT ? -moneyness : moneyness) * (1 + kind.ordinal());
    }

    @At({"[2]; CALL; lin", "[3]; PUT; lin", "[0]; PUT; log"})
    @Differentiable
    static double[] elementwise(double[] x, Kind kind, String scale) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            Kind each = i % 2 == 0 ? kind : Kind.opposite(kind);
            y[i] = by(each, x[i]) * (scale.equals("log") ? log(x[i]) : x[i]);
        }
        return y;
    }

    @SuppressWarnings("fallthrough")
    private static double by(Kind kind, double x) {
        double y = x;
        switch (kind) {
            case CALL:
                y *= x;
            case PUT:
                y += 1;
                break;
            default:
                y = -y;
        }
        if (kind == Kind.CALL) {
            return y;
        }
        return kind != Kind.PUT ? y * kind.ordinal() : y / 2;
    }

    @At({"0.5; 0", "0.5; 1", "-3; 2", "-3; 7"})
    @Differentiable
    static double carried(double x, int n) {
        Kind kind = Kind.CALL;
        double y = x;
        for (int i = 0; i < n; i++) {
            y += by(kind, x) * sin(y);
            kind = i % 3 == 2 ? Kind.STRADDLE : Kind.opposite(kind);
        }
        int i = 0;
        while (i < n && y < 1e3) {
            kind = kind.equals(Kind.PUT) ? Kind.STRADDLE : Kind.PUT;
            y += by(kind, y);
            i++;
        }
        return y * kind.ordinal();
    }

    private static double of(String name, double x) {
        switch (name) {
            case SQUARE:
            case "sq":
                return x * x;
            case "say \"$x\\\"":
                return sin(x);
            default:
                break;
        }
        return name.equals("exp") || "e".equals(name) ? exp(x) : name == SQUARE ? 0 : x;
    }

    @At({"0.5; 0", "0.5; 1", "-3; 2", "0.5; 3", "1; 4"})
    @Differentiable(order = 2)
    static double text(double x, int n) {
        String name = switch (n) {
            case 0 -> SQUARE;
            case 1 -> "say \"$x\\\"";
            case 2 -> "exp";
            default -> n == 3 ? "e" : "";
        };
        return of(name, x) * of("sq", x);
    }
}
