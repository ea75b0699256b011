package traps;

import static java.lang.Math.*;
import static java.lang.StrictMath.cos;
import static traps.Library.*;
import static traps.Library.Deep.DEPTH;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiation;
import traps.Library.Deep;

class Naming extends Base implements Constants {
    static final double OWN = 1.5;
    static final double E = 3;
    private static final double SECRET = 4;

    @Differentiable static double localBeforeField(double x) { double OWN = 2; return OWN * x + Naming.OWN; }
    @Differentiable static double localNamedAsClass(double x) { double Math = 2; return Math * x + java.lang.Math.PI; }
    @Differentiable static double parameterNamedAsClass(double Math, double Library) { return Math * Library; }
    @Differentiable static double inherited(double x) { return x * INHERITED + FROM_INTERFACE  + Base.SHADOWED + base(x); }
    @Differentiable static double ownBeforeImport(double x) { return x * E + PI + LIBRARY; }
    @Differentiable static double ownMethodHidesImports(double x) { return exp(x) + java.lang.Math.exp(1); }
    static double exp(double x) { return x + 100; }
    @Differentiable static double singleImportBeforeOnDemand(double x) { return cos(x) + sin(x) + DEPTH; }
    @Differentiable static double qualified(double x) { return traps.Library.LIBRARY * x + Library.Deep.DEPTH + Deep.DEPTH + java.lang.Math.sin(x) + traps.Naming.OWN + SECRET; }
    @Differentiable static double samePackage(double x) { return Neighbour.VALUE * x + Neighbour.Inner.VALUE; }
    @Differentiable static double marker(double x) { return Differentiation.stopGradient(x) * x + io.github.cotangent.Differentiation.stopGradient(2 * x); }
    @Differentiable static double fieldsOfTheSameName(double length, double[] clone) { return length + clone.length + clone.clone()[0]; }
    @Differentiable static double scopes(double x) { double s = 0; for (int i = 0; i < 2; i++) { double t = i; s += t; } for (double i = 0; i < 2; i += 0.5) { int t = 3; s += t * i; } { int t = 4; s += t / 3; } { double t = 5; s += t / 3; } return s * x; }
    static final double COMPUTED = java.lang.Math.sqrt(OWN) + helper(SECRET);
    static double helper(double x) { return x / 3; }
    @Differentiable static double computed(double x) { return x * COMPUTED + Inner.NESTED; }
    @Differentiable static double calls(double x) { return Naming.helper(x) + traps.Naming.helper(x) + Inner.twice(x) + java.lang.Math.abs(x); }
    @Differentiable static double besideGeneric(double x, int n) { return overloaded(x) + overloaded(n); }
    static double overloaded(double x) { return x * x; }
    static <T extends Comparable<T>> T overloaded(T x) { return x; }
    static class Inner {
        static final double NESTED = java.lang.Math.cbrt(2);
        static final double OWN = 9;
        static double twice(double x) { return 2 * x + OWN + E + helper(x); }
        @Differentiable static double inside(double x) { return OWN * x + Naming.OWN + helper(x) + E + INHERITED; }
    }
}

class Base {
    static final double INHERITED = 11;
    static final double SHADOWED = 12;
    static double base(double x) { return x / 7 + INHERITED; }
}

interface Constants {
    double FROM_INTERFACE = 13;
}
