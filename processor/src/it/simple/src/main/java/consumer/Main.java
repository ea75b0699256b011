package consumer;

import io.github.cotangent.Dual;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        ModelsDerivatives.WaveGradient gradient = ModelsDerivatives.waveGradient(3, 4);
        System.out.println("value " + gradient.value());
        System.out.println("x1 " + gradient.x1());
        System.out.println("x2 " + gradient.x2());

        Dual first = ModelsDerivatives.waveJvp(3, 4, 1, 0);
        Dual second = ModelsDerivatives.waveJvp(3, 4, 0, 1);
        System.out.println("forward1 " + first.tangent());
        System.out.println("forward2 " + second.tangent());
    }
}
