package p;

class Other {
    static final double HIDDEN = value(3);

    static double value(double x) {
        return x;
    }
}
