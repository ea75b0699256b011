package traps;

class Library {
    static final double LIBRARY = 21;
    static final double E = 23;

    static double sin(double x, double y) {
        return x * y;
    }

    static class Deep {
        static final double DEPTH = 24;
    }
}

class Neighbour {
    static final float VALUE = 0.1f;

    static class Inner {
        static final char VALUE = 'v';
    }
}
