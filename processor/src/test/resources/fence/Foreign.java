package q;

public class Foreign {
    protected static double guarded(double x) {
        return x;
    }

    protected static double[] shifted(double[] x, double by, int n) {
        return x.clone();
    }
}
