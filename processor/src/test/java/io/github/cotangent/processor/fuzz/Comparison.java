package io.github.cotangent.processor.fuzz;

import io.github.cotangent.ScalarFunction;
import io.github.cotangent.VectorFunction;
import io.github.cotangent.processor.Generation.Mode;
import io.github.cotangent.processor.fuzz.Members.Pair;
import io.github.cotangent.processor.fuzz.Oracle.Run;
import java.util.Arrays;
import java.util.List;

/** A program's generated members at one input, against the method itself and against the program over dual numbers. */
final class Comparison {

    /** What came of it. */
    enum Outcome {
        AGREES,
        /** The method throws, and so do its members. */
        THROWS,
        /** The method throws in code whose result is not used, which is not in its members. */
        THROWS_UNUSED,
        /** Something is not finite, so that nothing is to be compared but the value. */
        SINGULAR
    }

    private static final double TINY = 1e-250;

    private final Members members;
    private final Oracle oracle;
    private final Program program;
    private final Input input;
    private final Mode mode;
    private final int parameters;
    private final double tolerance;
    private double[] value;
    private double[][] jacobian;
    private double[][] scales;

    Comparison(Program program, Class<?> owner, Class<?> companion, Class<?> dual, Input input, Mode mode) {
        this.program = program;
        this.input = input;
        this.mode = mode;
        this.members = new Members(owner, companion, program.main(), input);
        this.oracle = new Oracle(dual, program.main(), input);
        this.parameters = input.vector().length;
        this.tolerance = hasSingleParts(program.main()) ? 1e-4 : 1e-9;
    }

    /** Adjoints are rounded only where parameters are {@code float}. */
    private static boolean hasSingleParts(Routine main) {
        return main.parameters().stream().anyMatch(each -> each.type() == Type.FLOAT || each.type() == Type.FLOATS);
    }

    /** Compares; a mismatch is thrown. */
    Outcome compare() {
        try {
            value = members.value();
        } catch (Reflection.Thrown failure) {
            return new Refusal(members, this::plain, failure.getCause(), mode).compare(program, input);
        }
        Run plain = plain();
        same("the dual numbers' value", plain.values(), value);
        List<Run> columns = oracle.columns();
        if (!columns.stream().allMatch(Run::regular) || !plain.regular()) {
            valuesOnly();
            return Outcome.SINGULAR;
        }
        matrices(columns);
        forward();
        reverse();
        dotProduct();
        if (members.isScalar()) {
            gradients();
        } else {
            jacobians();
        }
        if (members.has("Function")) {
            function();
        }
        return program.order() < 2 || second() ? Outcome.AGREES : Outcome.SINGULAR;
    }

    private Run plain() {
        return oracle.run(new double[parameters], new double[parameters]);
    }

    private void valuesOnly() {
        same("value of Jvp", members.jvp(new double[parameters], value.length).value(), value);
        same(
                "value of Vjp",
                members.vjp("Vjp", new double[value.length], Members.filled(parameters))
                        .value(),
                value);
    }

    private void matrices(List<Run> columns) {
        jacobian = new double[value.length][parameters];
        scales = new double[value.length][parameters];
        for (int j = 0; j < parameters; j++) {
            for (int i = 0; i < value.length; i++) {
                jacobian[i][j] = columns.get(j).results()[i].first();
                scales[i][j] = columns.get(j).results()[i].firstScale();
            }
        }
    }

    private void forward() {
        for (int j = 0; j <= parameters; j++) {
            double[] direction = j < parameters ? Input.unit(parameters, j) : Input.random(parameters, 3);
            Pair pair = members.jvp(direction, value.length);
            same("value of Jvp", pair.value(), value);
            for (int i = 0; i < value.length; i++) {
                close("Jvp", pair.derivative()[i], dot(jacobian[i], direction), scale(scales[i], direction));
            }
        }
    }

    private void reverse() {
        for (int i = 0; i <= value.length; i++) {
            double[] seed = i < value.length ? Input.unit(value.length, i) : Input.random(value.length, 4);
            for (String suffix : List.of("Vjp", "VjpAdd")) {
                boolean adds = suffix.equals("VjpAdd");
                double[] before = adds ? new double[parameters] : Members.filled(parameters);
                Pair pair = members.vjp(suffix, seed, before);
                same("value of " + suffix, pair.value(), value);
                rows(suffix, pair.derivative(), seed);
                if (program.hasWorkspace() && members.hasWorkspace()) {
                    inWorkspace(suffix, seed, before);
                }
            }
            if (!members.isScalar()) {
                Pair pair = members.pullback(seed, parameters);
                same("value of Pullback", pair.value(), value);
                rows("Pullback", pair.derivative(), seed);
            }
        }
        buffersAreAddedTo();
    }

    private void inWorkspace(String suffix, double[] seed, double[] before) {
        Pair pair = members.vjpInWorkspace(suffix, seed, before);
        same("value of " + suffix + " with a workspace", pair.value(), value);
        rows(suffix + " with a workspace", pair.derivative(), seed);
        Pair again = members.vjpInWorkspace(suffix, seed, before);
        same("value of " + suffix + " with a workspace again", again.value(), value);
        same(suffix + " with a workspace again", again.derivative(), pair.derivative());
    }

    /** ⟨ȳ, J·v⟩ = ⟨Jᵀ·ȳ, v⟩. */
    private void dotProduct() {
        double[] direction = Input.random(parameters, 8);
        double[] seed = Input.random(value.length, 9);
        double[] tangent = members.jvp(direction, value.length).derivative();
        double[] adjoint = members.vjp("Vjp", seed, Members.filled(parameters)).derivative();
        double scale = 0;
        for (int j = 0; j < parameters; j++) {
            scale += scale(column(scales, j), seed) * Math.abs(direction[j]);
        }
        close("⟨ȳ, J·v⟩ and ⟨Jᵀ·ȳ, v⟩", dot(seed, tangent), dot(adjoint, direction), scale);
    }

    /** What {@code fFunction} gives, by its own methods. */
    private void function() {
        double[] x = input.vector();
        double[] direction = Input.random(parameters, 10);
        double[] seed = Input.random(value.length, 11);
        double[] adjoint = Members.filled(parameters);
        double[] tangent = Members.filled(value.length);
        if (members.function() instanceof ScalarFunction scalar) {
            same("value of Function", new double[] {scalar.value(x)}, value);
            same("value of Function.vjp", new double[] {scalar.vjp(x, seed[0], adjoint)}, value);
            tangent[0] = scalar.jvp(x, direction).tangent();
            rows("Function.gradient", scalar.gradient(x), new double[] {1});
        } else {
            VectorFunction vector = (VectorFunction) members.function();
            same("value of Function", vector.value(x), value);
            same("value of Function.vjp", vector.vjp(x, seed, adjoint), value);
            same("value of Function.jvp", vector.jvp(x, direction, tangent), value);
            double[] pulled = Members.filled(parameters);
            vector.pullback(x).apply(seed, pulled);
            rows("Function.pullback", pulled, seed);
        }
        rows("Function.vjp", adjoint, seed);
        for (int i = 0; i < value.length; i++) {
            close("Function.jvp", tangent[i], dot(jacobian[i], direction), scale(scales[i], direction));
        }
    }

    private void rows(String what, double[] adjoint, double[] seed) {
        for (int j = 0; j < parameters; j++) {
            close(what, adjoint[j], dot(column(jacobian, j), seed), scale(column(scales, j), seed));
        }
    }

    private void buffersAreAddedTo() {
        double[] before = Input.random(parameters, 5);
        double[] seed = Input.random(value.length, 6);
        double[] alone = members.vjp("Vjp", seed, Members.filled(parameters)).derivative();
        double[] sum = members.vjp("VjpAdd", seed, before).derivative();
        int j = 0;
        for (Routine.Parameter parameter : program.main().parameters()) {
            if (!parameter.differentiable()) {
                continue;
            }
            for (boolean inBuffer : members.inBuffers(parameter)) {
                double expected = alone[j] + (inBuffer ? before[j] : 0);
                close("VjpAdd to a buffer", sum[j], expected, 2 + scale(column(scales, j), seed));
                j++;
            }
        }
    }

    private void gradients() {
        Pair gradient = members.gradient();
        if (gradient.value() != null) {
            same("value of Gradient", gradient.value(), value);
        }
        rows("Gradient", gradient.derivative(), new double[] {1});
        if (members.has("ValueAndGradient")) {
            Pair pair = members.valueAndGradient(parameters);
            same("value of ValueAndGradient", pair.value(), value);
            rows("ValueAndGradient", pair.derivative(), new double[] {1});
        }
    }

    private void jacobians() {
        for (String suffix : List.of("Jacobian", "JacobianForward", "JacobianReverse")) {
            double[][] actual = members.matrix(suffix);
            if (actual.length != value.length) {
                throw new Difference(suffix, "has " + actual.length + " rows, not " + value.length);
            }
            for (int i = 0; i < value.length; i++) {
                rows(suffix, actual[i], i);
            }
        }
    }

    private void rows(String what, double[] actual, int i) {
        for (int j = 0; j < parameters; j++) {
            close(what, actual[j], jacobian[i][j], scales[i][j]);
        }
    }

    /** Whether second derivatives were finite, and agreed. */
    private boolean second() {
        double[][] hessian = new double[parameters][parameters];
        double[][] itsScales = new double[parameters][parameters];
        for (int j = 0; j < parameters; j++) {
            for (int k = 0; k < parameters; k++) {
                Run run = oracle.run(Input.unit(parameters, j), Input.unit(parameters, k));
                if (!run.regular()) {
                    return false;
                }
                hessian[j][k] = run.results()[0].mixed();
                itsScales[j][k] = run.results()[0].mixedScale();
            }
        }
        for (int k = 0; k <= parameters; k++) {
            double[] direction = k < parameters ? Input.unit(parameters, k) : Input.random(parameters, 7);
            double[] actual = members.hvp(direction);
            for (int j = 0; j < parameters; j++) {
                close("Hvp", actual[j], dot(hessian[j], direction), scale(itsScales[j], direction));
            }
        }
        double[][] actual = members.matrix("Hessian");
        for (int j = 0; j < parameters; j++) {
            for (int k = 0; k < parameters; k++) {
                close("Hessian", actual[j][k], hessian[j][k], itsScales[j][k]);
                close("symmetry of Hessian", actual[j][k], actual[k][j], itsScales[j][k] + itsScales[k][j]);
            }
        }
        return true;
    }

    private static double[] column(double[][] matrix, int j) {
        return Arrays.stream(matrix).mapToDouble(row -> row[j]).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double scale(double[] scales, double[] factors) {
        double sum = 0;
        for (int i = 0; i < scales.length; i++) {
            sum += scales[i] * Math.abs(factors[i]);
        }
        return sum;
    }

    private void close(String what, double actual, double expected, double scale) {
        if (!(Math.abs(actual - expected) <= tolerance * scale + TINY)) {
            throw new Difference(what, actual + ", expected " + expected + ", scale " + scale);
        }
    }

    private static void same(String what, double[] actual, double[] expected) {
        if (!Arrays.equals(actual, expected)) {
            throw new Difference(what, Arrays.toString(actual) + ", expected " + Arrays.toString(expected));
        }
    }

    /** Thrown where two do not agree. */
    static final class Difference extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Mismatch mismatch;

        Difference(String family, String detail) {
            super(family + ": " + detail);
            this.mismatch = new Mismatch(family, detail);
        }

        Mismatch mismatch() {
            return mismatch;
        }
    }
}
