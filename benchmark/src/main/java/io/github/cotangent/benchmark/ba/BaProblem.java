package io.github.cotangent.benchmark.ba;

import io.github.cotangent.Dual;
import io.github.cotangent.benchmark.problem.Problem;

/** One observation of a bundle adjustment, and its Jacobian by camera, point and weight. */
public final class BaProblem implements Problem<BaProblem.Observation, double[][]> {

    private final BaInstance instance;
    private final double[] error = new double[2];
    private final double[] errorDot = new double[2];

    private BaProblem(BaInstance instance) {
        this.instance = instance;
    }

    /**
     * The differentiable arguments.
     *
     * @param camera the camera
     * @param point the point in space
     * @param weight the weight of the observation, the one element
     */
    public record Observation(double[] camera, double[] point, double[] weight) {}

    /**
     * Reads the observation that an instance of ADBench repeats.
     *
     * @param name the name of the file
     * @return the problem
     */
    public static BaProblem read(String name) {
        return new BaProblem(BaInstance.read(name));
    }

    @Override
    public Observation point() {
        return new Observation(instance.camera().clone(), instance.point().clone(), new double[] {instance.weight()});
    }

    @Override
    public double[][] numbers(Observation x) {
        return new double[][] {x.camera, x.point, x.weight};
    }

    @Override
    public double[][] derivative() {
        return new double[2][Ba.CAMERA + Ba.POINT + 1];
    }

    @Override
    public double[][] entries(double[][] jacobian) {
        return jacobian;
    }

    @Override
    public double value(Observation x) {
        Ba.reproject(x.camera, x.point, x.weight[0], instance.feature(), error);
        return error[0] + error[1];
    }

    @Override
    public double byHand(Observation x, double[][] jacobian) {
        return keep(BaByHand.jacobian(x.camera, x.point, x.weight[0], instance.feature(), error), jacobian);
    }

    @Override
    public double generated(Observation x, double[][] jacobian) {
        return keep(
                BaDerivatives.reprojectJacobian(x.camera, x.point, x.weight[0], instance.feature(), error), jacobian);
    }

    private double keep(double[][] rows, double[][] jacobian) {
        jacobian[0] = rows[0];
        jacobian[1] = rows[1];
        return error[0] + error[1];
    }

    @Override
    public Dual jvpByHand(Observation x, Observation v) {
        BaTangent.jvp(
                x.camera, x.point, x.weight[0], instance.feature(), error, v.camera, v.point, v.weight[0], errorDot);
        return sums();
    }

    @Override
    public Dual jvpGenerated(Observation x, Observation v) {
        BaDerivatives.reprojectJvp(
                x.camera, x.point, x.weight[0], instance.feature(), error, v.camera, v.point, v.weight[0], errorDot);
        return sums();
    }

    private Dual sums() {
        return new Dual(error[0] + error[1], errorDot[0] + errorDot[1]);
    }
}
