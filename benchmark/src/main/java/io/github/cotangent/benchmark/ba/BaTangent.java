package io.github.cotangent.benchmark.ba;

/** The tangent of one observation beside its residuals; vectors are unrolled. */
final class BaTangent {

    private BaTangent() {}

    static void jvp(
            double[] camera,
            double[] point,
            double weight,
            double[] feature,
            double[] error,
            double[] cameraDot,
            double[] pointDot,
            double weightDot,
            double[] errorDot) {
        double r0 = camera[0];
        double r1 = camera[1];
        double r2 = camera[2];
        double p0 = point[0] - camera[3];
        double p1 = point[1] - camera[4];
        double p2 = point[2] - camera[5];
        double p0Dot = pointDot[0] - cameraDot[3];
        double p1Dot = pointDot[1] - cameraDot[4];
        double p2Dot = pointDot[2] - cameraDot[5];
        double square = r0 * r0 + r1 * r1 + r2 * r2;
        // At rest the rotated point is p + r × p: the formula of Rodrigues where all three are 1, and stay so.
        boolean rest = square == 0;
        double angle = rest ? 1 : Math.sqrt(square);
        double cos = rest ? 1 : Math.cos(angle);
        double sin = rest ? 1 : Math.sin(angle);
        double inverse = 1 / angle;
        double angleDot = rest ? 0 : (r0 * cameraDot[0] + r1 * cameraDot[1] + r2 * cameraDot[2]) * inverse;
        double cosDot = -sin * angleDot;
        double sinDot = cos * angleDot;
        double a0 = r0 / angle;
        double a1 = r1 / angle;
        double a2 = r2 / angle;
        double a0Dot = (cameraDot[0] - a0 * angleDot) * inverse;
        double a1Dot = (cameraDot[1] - a1 * angleDot) * inverse;
        double a2Dot = (cameraDot[2] - a2 * angleDot) * inverse;
        double c0 = a1 * p2 - a2 * p1;
        double c1 = a2 * p0 - a0 * p2;
        double c2 = a0 * p1 - a1 * p0;
        double c0Dot = a1Dot * p2 + a1 * p2Dot - a2Dot * p1 - a2 * p1Dot;
        double c1Dot = a2Dot * p0 + a2 * p0Dot - a0Dot * p2 - a0 * p2Dot;
        double c2Dot = a0Dot * p1 + a0 * p1Dot - a1Dot * p0 - a1 * p0Dot;
        double along = a0 * p0 + a1 * p1 + a2 * p2;
        double alongDot = a0Dot * p0 + a0 * p0Dot + a1Dot * p1 + a1 * p1Dot + a2Dot * p2 + a2 * p2Dot;
        double scaled = along * (1 - cos);
        double scaledDot = alongDot * (1 - cos) - along * cosDot;
        double depth = 1 / (p2 * cos + c2 * sin + a2 * scaled);
        double depthDot = p2Dot * cos + p2 * cosDot + c2Dot * sin + c2 * sinDot + a2Dot * scaled + a2 * scaledDot;
        double x = (p0 * cos + c0 * sin + a0 * scaled) * depth;
        double y = (p1 * cos + c1 * sin + a1 * scaled) * depth;
        double xTop = p0Dot * cos + p0 * cosDot + c0Dot * sin + c0 * sinDot + a0Dot * scaled + a0 * scaledDot;
        double yTop = p1Dot * cos + p1 * cosDot + c1Dot * sin + c1 * sinDot + a1Dot * scaled + a1 * scaledDot;
        double xDot = (xTop - x * depthDot) * depth;
        double yDot = (yTop - y * depthDot) * depth;

        double norm = x * x + y * y;
        double normDot = 2 * (x * xDot + y * yDot);
        double focal = camera[6];
        double distortion = 1 + (camera[9] + camera[10] * norm) * norm;
        double distortionDot =
                (cameraDot[9] + cameraDot[10] * norm) * norm + (camera[9] + 2 * camera[10] * norm) * normDot;
        double zoom = distortion * focal;
        double zoomDot = distortionDot * focal + distortion * cameraDot[6];
        double errorX = x * zoom + camera[7] - feature[0];
        double errorY = y * zoom + camera[8] - feature[1];
        error[0] = weight * errorX;
        error[1] = weight * errorY;
        errorDot[0] = weightDot * errorX + weight * (xDot * zoom + x * zoomDot + cameraDot[7]);
        errorDot[1] = weightDot * errorY + weight * (yDot * zoom + y * zoomDot + cameraDot[8]);
    }
}
