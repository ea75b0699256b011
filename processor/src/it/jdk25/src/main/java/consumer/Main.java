package consumer;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        DecayDerivatives.RemainingGradient gradient = DecayDerivatives.remainingGradient(10, 0.25, 3);
        System.out.println("value " + gradient.value());
        System.out.println("amount " + gradient.amount());
        System.out.println("rate " + gradient.rate());
    }
}
