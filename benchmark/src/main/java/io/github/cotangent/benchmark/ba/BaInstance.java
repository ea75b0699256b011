package io.github.cotangent.benchmark.ba;

import io.github.cotangent.benchmark.problem.AdbenchFile;

/**
 * An instance of bundle adjustment as ADBench writes it down: one camera, one point and one observation, repeated.
 *
 * @param cameras the number of cameras
 * @param points the number of points
 * @param observations the number of observations
 * @param camera the parameters of every camera
 * @param point every point
 * @param weight the weight of every observation
 * @param feature what is seen in every observation
 */
public record BaInstance(
        int cameras, int points, int observations, double[] camera, double[] point, double weight, double[] feature) {

    /**
     * Reads an instance of ADBench.
     *
     * @param name the name of the file, {@code ba1_n49_m7776_p31843.txt} for example
     * @return the instance
     */
    public static BaInstance read(String name) {
        AdbenchFile file = AdbenchFile.open(name);
        return new BaInstance(
                file.nextInt(),
                file.nextInt(),
                file.nextInt(),
                file.nextDoubles(Ba.CAMERA),
                file.nextDoubles(Ba.POINT),
                file.nextDouble(),
                file.nextDoubles(2));
    }
}
