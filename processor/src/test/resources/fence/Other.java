package p;

record Elsewhere(double x, double y) {}

class Other {
    static final double HIDDEN = value(3);
    static final Elsewhere ELSEWHERE = new Elsewhere(1, 2);

    static double value(double x) {
        return x;
    }

    record Pair(double x, double y) {}

    static double ofRecord(Pair pair, double x) {
        return pair.x() * x;
    }
}
