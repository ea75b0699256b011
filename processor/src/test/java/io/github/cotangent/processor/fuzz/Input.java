package io.github.cotangent.processor.fuzz;

import io.github.cotangent.processor.fuzz.Routine.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Arguments for a program; its differentiable parameters laid end to end are a vector. */
record Input(List<Parameter> parameters, List<Object> arguments) {

    /** Arguments at random. Enum constants are given by their ordinals. */
    static Input of(Program program, int number) {
        Dice dice = new Dice(program.seed() * 31 + number);
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : program.main().parameters()) {
            arguments.add(argument(parameter, dice, number));
        }
        return new Input(program.main().parameters(), arguments);
    }

    private static Object argument(Parameter parameter, Dice dice, int number) {
        int length = Math.max(parameter.minimum(), dice.below(4));
        return switch (parameter.type()) {
            case DOUBLE -> dice.between(-2, 2);
            case FLOAT -> (float) dice.between(-2, 2);
            case LONG -> (long) dice.pick(3, -2, 1_000_000);
            case INT -> number < 3 ? dice.pick(number, number + 1) : dice.pick(-1, 0, 1, 2, 3, 5);
            case BOOLEAN -> dice.chance(50);
            case MODE -> dice.below(3);
            case DOUBLES -> parameter.output() ? new double[Math.max(2, length)] : doubles(length, dice);
            case INTS -> ints(length, dice);
            default -> throw new IllegalArgumentException(parameter.type().java());
        };
    }

    private static double[] doubles(int length, Dice dice) {
        double[] array = new double[length];
        for (int i = 0; i < length; i++) {
            array[i] = dice.between(-2, 2);
        }
        return array;
    }

    private static int[] ints(int length, Dice dice) {
        int[] array = new int[length];
        for (int i = 0; i < length; i++) {
            array[i] = dice.below(3);
        }
        return array;
    }

    /** The differentiable arguments as one vector. */
    double[] vector() {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).differentiable()) {
                parts.add(arguments.get(i));
            }
        }
        return flat(parts);
    }

    /** The same with other differentiable arguments. */
    Input at(double[] vector) {
        List<Object> moved = new ArrayList<>(arguments);
        List<Object> parts = parts(vector);
        int part = 0;
        for (int i = 0; i < moved.size(); i++) {
            if (parameters.get(i).differentiable()) {
                Object moving = parts.get(part++);
                moved.set(i, arguments.get(i) instanceof Float ? (Object) ((Double) moving).floatValue() : moving);
            }
        }
        return new Input(parameters, moved);
    }

    /** A vector cut into what belongs to each differentiable parameter. */
    List<Object> parts(double[] vector) {
        List<Object> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < parameters.size(); i++) {
            if (!parameters.get(i).differentiable()) {
                continue;
            }
            if (arguments.get(i) instanceof double[] array) {
                parts.add(Arrays.copyOfRange(vector, start, start + array.length));
                start += array.length;
            } else {
                parts.add(vector[start++]);
            }
        }
        return parts;
    }

    /** Numbers, arrays and records of them, laid end to end. */
    static double[] flat(Object value) {
        if (value instanceof Number number) {
            return new double[] {number.doubleValue()};
        }
        if (value instanceof double[] array) {
            return array;
        }
        List<?> parts = value instanceof List<?> list ? list : Arrays.asList(components(value));
        return parts.stream().flatMapToDouble(part -> Arrays.stream(flat(part))).toArray();
    }

    static Object[] components(Object value) {
        return value instanceof Object[] array
                ? array
                : Arrays.stream(value.getClass().getRecordComponents())
                        .map(each -> Reflection.invoke(each.getAccessor(), value))
                        .toArray();
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
        List<Object> copies = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Object argument = arguments.get(i);
            copies.add(
                    parameters.get(i).type() == Type.MODE
                            ? Reflection.constant(owner, (Integer) argument)
                            : argument instanceof double[] array
                                    ? array.clone()
                                    : argument instanceof int[] array ? array.clone() : argument);
        }
        return copies;
    }

    @Override
    public String toString() {
        return Arrays.deepToString(arguments.toArray());
    }
}
