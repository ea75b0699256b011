package p;

import io.github.cotangent.Differentiable;

class Statements {
    private static class Hidden extends RuntimeException {}

    static class Closed extends RuntimeException {
        private Closed(int code) {}
    }

    static double changes(double[] a) {
        a[0] += 1;
        return a[0];
    }

    @Differentiable
    static double many(double x, int n) {
        double s = 0;
        try { // [TryStatement]
            s *= 2;
        } catch (RuntimeException e) {
            throw e;
        }
        RuntimeException kept = null; // [NullValue]
        if (n < -1) {
            throw kept; // [ThrowStatement]
        }
        if (n < 0) {
            throw new java.io.IOException("negative"); // [CheckedException]
        }
        if (n == 0) {
            throw new Hidden(); // [HiddenException]
        }
        if (n == 1) {
            throw new Closed(1); // [HiddenException]
        }
        if (n == 2) {
            throw new IllegalStateException("n is " + String.format("%d", n)); // [ExceptionText]
        }
        if (n == 3) {
            throw new IllegalStateException(n > 2 ? "large" : "small");
        }
        if (n == 5) {
            throw new IllegalStateException(n > 2 ? "n is " + n : "small"); // [TextValue]
        }
        if (n == 4) {
            throw new ArithmeticException() { // [ThrowStatement]
                @Override
                public String getMessage() {
                    return "no";
                }
            };
        }
        assert (s += 1) > 0; // [AssertStatement]
        assert changes(new double[3]) > 0;
        double[] array = {s};
        assert changes(array) > 0; // [AssertStatement]
        System.out.println("s = " + s); // [InputOutput]
        System.err.printf("%f", s); // [InputOutput]
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

    static void fail() {
        throw new IllegalStateException();
    }

    @Differentiable
    static double leftByACallOnly(double x) {
        while (true) { // [EndlessLoop]
            fail();
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
        String text = "a";
        switch (text) {
            case "b":
                x++;
        }
        Integer boxed = n; // [UnsupportedType]
        x += switch (boxed) { // [UnsupportedType]
            case 1 -> 2;
            default -> x;
        };
        char letter = 'b';
        x += switch (n) { // [MixedArms]
            case 1 -> 'a';
            case 2 -> letter;
            default -> 99;
        };
        x += switch (n) { // [MixedArms]
            case 1 -> 3;
            default -> f;
        };
        return x + (n > 0 ? switch (n) { default -> 3; } : f); // [UnsupportedSyntax]
    }

}
