package p;

import io.github.cotangent.Differentiable;

class Statements {
    @Differentiable
    static double many(double x, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) {
            if (i > 3) {
                break; // [BreakStatement]
            }
            if (i == 1) {
                continue; // [ContinueStatement]
            }
            s += x;
        }
        outer: // [LabeledStatement]
        for (int i = 0; i < n; i++) {
            s += i;
        }
        switch (n) { // [SwitchStatement]
            case 1:
                s++;
                break;
            default:
                s--;
        }
        s = switch (n) { // [SwitchStatement]
            case 1 -> 2;
            default -> 3;
        };
        try { // [TryStatement]
            s *= 2;
        } catch (RuntimeException e) {
            throw e; // [ThrowStatement]
        }
        assert s > 0; // [AssertStatement]
        synchronized (Statements.class) { // [SynchronizedStatement]
            s += 1;
        }
        class Local {} // [LocalClass]
        record Pair(double a, double b) {} // [LocalClass]
        while (n > 3) {
            if (s > 2) {
                return s; // [ReturnInLoop]
            }
            n--;
        }
        if (s > 1) { // [EarlyReturn]
            if (s > 2) {
                return x;
            }
            s = 3;
        }
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
}
