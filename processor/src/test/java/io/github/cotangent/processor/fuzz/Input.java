package io.github.cotangent.processor.fuzz;

import io.github.cotangent.processor.corpus.Shapes;
import io.github.cotangent.processor.fuzz.Routine.Parameter;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** Arguments for a program; its differentiable parameters laid end to end are a vector. */
record Input(List<Parameter> parameters, List<Object> arguments) {

    /** These stand for the records of these names that each program declares. */
    record Point(double u, double v) {}

    record Layer(double[] w, double b, int k) {}

    /** Arguments at random. Enum constants are given by their ordinals. */
    static Input of(Program program, int number) {
        Dice dice = new Dice(program.seed() * 31 + number);
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : program.main().parameters()) {
            int length = Math.max(parameter.minimum(), dice.below(4));
            arguments.add(argument(parameter.type(), length, dice, number));
        }
        return new Input(program.main().parameters(), arguments);
    }

    private static Object argument(Type type, int length, Dice dice, int number) {
        return switch (type) {
            case DOUBLE -> dice.between(-2, 2);
            case FLOAT -> (float) dice.between(-2, 2);
            case LONG -> (long) dice.pick(3, -2, 1_000_000);
            case INT -> number < 3 ? dice.pick(number, number + 1) : dice.pick(-1, 0, 1, 2, 3, 5);
            case BOOLEAN -> dice.chance(50);
            case MODE -> dice.below(3);
            case DOUBLES -> array(double.class, length, i -> dice.between(-2, 2));
            case FLOATS -> array(float.class, length, i -> (float) dice.between(-2, 2));
            case INTS -> array(int.class, length, i -> dice.below(3));
            case LONGS -> array(long.class, length, i -> (long) dice.pick(3, -2, 1_000_000));
            case CHARS -> array(char.class, length, i -> (char) (int) dice.pick(2, 7, 60_000));
            case BYTES -> array(byte.class, length, i -> (byte) (int) dice.pick(-128, -1, 3));
            case BOOLEANS -> array(boolean.class, length, i -> dice.chance(50));
            case POINT -> new Point(dice.between(-2, 2), dice.between(-2, 2));
            case LAYER ->
                new Layer(
                        (double[]) argument(Type.DOUBLES, length, dice, number),
                        dice.between(-2, 2),
                        dice.pick(0, 1, 2));
            case MATRIX -> array(double[].class, length, i -> argument(Type.DOUBLES, 2 + dice.below(2), dice, number));
            default -> throw new IllegalArgumentException(type.java());
        };
    }

    private static Object array(Class<?> component, int length, IntFunction<Object> element) {
        Object array = Array.newInstance(component, length);
        for (int i = 0; i < length; i++) {
            Array.set(array, i, element.apply(i));
        }
        return array;
    }

    private List<Object> differentiable() {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).differentiable()) {
                parts.add(arguments.get(i));
            }
        }
        return parts;
    }

    /** The differentiable arguments as one vector. */
    double[] vector() {
        return Shapes.flat(differentiable());
    }

    /** The same with other differentiable arguments. */
    Input at(double[] vector) {
        List<Object> moved = new ArrayList<>(arguments);
        List<Object> parts = Shapes.typedParts(vector, differentiable());
        int part = 0;
        for (int i = 0; i < moved.size(); i++) {
            if (parameters.get(i).differentiable()) {
                moved.set(i, parts.get(part++));
            }
        }
        return new Input(parameters, moved);
    }

    /** A vector cut into what belongs to each differentiable parameter, all of {@code double}. */
    List<Object> parts(double[] vector) {
        return Shapes.parts(vector, differentiable());
    }

    /** The arguments that are not differentiable, for another call. */
    List<Object> constants(Class<?> owner) {
        List<Object> fresh = fresh(owner);
        List<Object> constants = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            if (!parameters.get(i).differentiable()) {
                constants.add(fresh.get(i));
            }
        }
        return constants;
    }

    static double[] random(int length, long seed) {
        return new SplittableRandom(seed).doubles(length, -2, 2).toArray();
    }

    static double[] unit(int length, int place) {
        double[] unit = new double[length];
        unit[place] = 1;
        return unit;
    }

    /** Arguments for another call, which may do to its arrays what it wants. */
    List<Object> fresh(Class<?> owner) {
        List<Object> copies = Shapes.copy(arguments);
        for (int i = 0; i < copies.size(); i++) {
            if (parameters.get(i).type() == Type.MODE) {
                copies.set(i, Reflection.constant(owner, (Integer) arguments.get(i)));
            }
        }
        return copies;
    }

    @Override
    public String toString() {
        return Arrays.deepToString(arguments.toArray());
    }
}
