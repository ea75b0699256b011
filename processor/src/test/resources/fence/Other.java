package p;

record Elsewhere(double x, double y) {}

class Other {
    static final double HIDDEN = value(3);
    static final Elsewhere ELSEWHERE = new Elsewhere(1, 2);

    static double value(double x) {
        return x;
    }

    static double ofRecord(Elsewhere e, double x) {
        return e.x() * x;
    }
}
