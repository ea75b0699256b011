package traps;

import io.github.cotangent.Differentiable;

class Data {
    static final double x = 100;
    record Pair(double x, double y) {
        static final double SCALE = 3;
        Pair(int x) { this(x, 2 * x); }
        Pair(double x) { this(x, -x); }
        Pair(float x, int y) { this(x + 0.5, y - 0.25); }
        double sum() { return x + this.y; }
        double sum(double x) { return x + this.x + y(); }
        double sum(Pair y) { return sum() * y.sum(x) + SCALE; }
        double shadowed() { double x = 7; return x * this.x + y; }
        static double norm(Pair p) { return p.x * p.x() + p.y * p.y() + Data.x; }
        Pair swapped() { return new Pair(y, x); }
        Pair self() { return this; }
    }
    record Clamped(double low, double high) {
        Clamped { if (low > high) { double t = low; low = high; high = t; } low = low < -1 ? -1 : low; }
        double width() { return high - low; }
    }
    record Assigned(double a, int n) {
        Assigned(double a, int n) { int m = n; m++; this.n = m; if (a < 0) { this.a = -a; } else { this.a = a * this.n; } }
    }
    record Getter(double v) { public double v() { return v * 2; } double raw() { return v + this.v; } double both() { return v() + v; } }
    record Deep(Pair p, Clamped c, long n) { double all() { return p.sum() + c.width() + n; } }
    static Pair made(double a) { return new Pair(a, a * a); }
    static double over(Pair p) { return p.x; }
    static double over(Clamped c) { return c.high; }

    @Differentiable static double constructors(double a, int n) { return new Pair(n).sum() + new Pair(a).y() + new Pair(2).x() + new Pair(1.5f, n).sum() + new Pair(n, n).y() + new Pair('a').x(); }
    @Differentiable static double methods(double a, double b) { Pair p = new Pair(a, b); return p.sum() + p.sum(3) + p.sum(new Pair(b, a)) + p.shadowed() + Pair.norm(p) + p.swapped().x + p.self().self().y + made(a).sum() + x; }
    @Differentiable static double clamped(double a, double b) { var c = new Clamped(a, b); return c.width() * c.low() + over(c) + over(new Pair(a, b)); }
    @Differentiable static double assigned(double a, int n) { Assigned r = new Assigned(a, n); return r.a() * r.n(); }
    @Differentiable static double getter(double a) { Getter g = new Getter(a); return g.v() + g.raw() + g.both() + g.v; }
    @Differentiable static double deep(double a, double b, int n) { Deep d = new Deep(new Pair(a, b), new Clamped(b, a), n); return d.all() + d.p().x() * d.p.y + d.c().low + d.n(); }
    @Differentiable static double chosen(double a, double b, boolean c) { Pair p = new Pair(a, b); Pair q = c ? p : p.swapped(); if (!c) { p = q; } return p.x() - q.y() + (c ? p : q).sum() + (c && a > 0 ? made(a) : made(b)).y(); }
    @Differentiable static double looped(double a, int n) { Pair p = new Pair(a, 1); for (int i = 0; i < n % 5; i++) { Pair old = p; p = new Pair(old.y / 2, old.x + i); if (p.x > 100) { break; } } return p.x * 3 + p.y; }
    @Differentiable static double order(double a) { double t = a; Pair p = new Pair(t += 1, t *= 2); return p.x() * 10 + p.y() + t; }
    @Differentiable static double switched(double a, int n) { Pair p = switch (n % 3) { case 0 -> new Pair(a, 1); case 1 -> made(a); default -> { Pair q = new Pair(1, a); yield q.swapped(); } }; var q = switch (n) { case 2: yield p; default: yield p.self(); }; return p.x + q.y; }
}
