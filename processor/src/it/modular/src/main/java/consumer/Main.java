package consumer;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Shapes_RingDerivatives.AreaGradient area = Shapes_RingDerivatives.areaGradient(2, 1);
        System.out.println("outer " + area.outer());
        System.out.println("inner " + area.inner());

        double[][] jacobian = ShapesDerivatives.circleJacobian(new double[] {2, 0.5});
        System.out.println("xr " + jacobian[0][0]);
        System.out.println("xphi " + jacobian[0][1]);
        System.out.println("yr " + jacobian[1][0]);
        System.out.println("yphi " + jacobian[1][1]);
        System.out.println("named " + (Main.class.getModule().isNamed() ? 1 : 0));
    }
}
