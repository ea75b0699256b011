package p;

import io.github.cotangent.Differentiable;

class Statements {
    @Differentiable
    static double many(double x, int n) {
        double s = 0;
        try { // [TryStatement]
            s *= 2;
        } catch (RuntimeException e) {
            throw e; // [ThrowStatement]
        }
        if (n < 0) {
            throw new IllegalArgumentException("negative"); // [ThrowStatement]
        }
        assert s > 0; // [AssertStatement]
        synchronized (Statements.class) { // [SynchronizedStatement]
            s += 1;
        }
        class Local {} // [LocalClass]
        record Pair(double a, double b) {} // [LocalClass]
        return s;
    }

    @Differentiable
    static double endless(double x) {
        while (true) { // [EndlessLoop]
            x *= 2;
        }
    }

    @Differentiable
    static double endlessFor(double x) {
        for (; ; ) { // [EndlessLoop]
            x *= 2;
        }
    }

    @Differentiable
    static double leavesTheInnerLoopOnly(double x, int n) {
        while (true) { // [EndlessLoop]
            for (int i = 0; i < n; i++) {
                switch (i) {
                    case 1:
                        break;
                    default:
                        x += i;
                }
                if (x > 3) {
                    break;
                }
            }
            do { // [EndlessLoop]
                continue;
            } while (true);
        }
    }

    @Differentiable
    static double switches(double x, int n, float f) {
        String text = "a"; // [TextValue]
        switch (text) { // [UnsupportedType]
            case "b": // [TextValue]
                x++;
        }
        Integer boxed = n; // [UnsupportedType]
        x += switch (boxed) { // [UnsupportedType]
            case 1 -> 2;
            default -> x;
        };
        x += switch (n) { // [UnsupportedSyntax]
            case 1 -> 3;
            default -> f;
        };
        return x + (n > 0 ? switch (n) { default -> 3; } : f); // [UnsupportedSyntax]
    }

}
