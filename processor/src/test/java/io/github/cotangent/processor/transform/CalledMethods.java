package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.CalledFunctions;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.ClassSymbol;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.IrParser;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Method.Role;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Signature;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Methods for code in tests to call, together with derivatives that follow from their code. */
final class CalledMethods {

    private static final ClassSymbol OWNER = new ClassSymbol("test", List.of("Methods"));

    /** {@code (double, double) -> double}. */
    static final Callee PAIR = define(2, """
            pair(a: double, b: double) {
              %0: boolean = less a, b
              %1 = if %0 {
                %2 = multiply a, b
                %3 = sin %2
                yield %3
              } else {
                %4 = cos b
                %5 = multiply a, %4
                yield %5
              }
              return %1
            }
            """);

    /** {@code (double[], double) -> double}. */
    static final Callee SUM = define(2, """
            sum(a: double[], b: double) {
              %0 = 0.0
              %1 = 0
              %2: int = length a
              s = for i from %1 less %2 step 1 with (s.1 = %0) {
                %3: double = load a, i
                %4 = multiply %3, b
                %5 = sin %4
                s.2 = add s.1, %5
                yield s.2
              }
              return s
            }
            """);

    /** {@code (double[], double) -> double[]}, without second derivatives. */
    static final Callee VECTOR = define(1, """
            vector(a: double[], b: double) {
              y = clone a
              %1 = 1
              %2: int = length a
              for i from %1 less %2 step 1 {
                %3 = subtract i, %1
                %4: double = load y, %3
                %5 = multiply %4, b
                %6 = cos %5
                store y, i, %6
                yield
              }
              return y
            }
            """);

    /** {@code (double[], double) -> double[]}. */
    static final Callee ROTATED = define(2, """
            rotated(a: double[], b: double) {
              y = clone a
              %1 = 1
              %2: int = length a
              for i from %1 less %2 step 1 {
                %3 = subtract i, %1
                %4: double = load a, %3
                %5: double = load y, i
                %6 = multiply %4, %5
                %7 = multiply %6, b
                %8 = sin %7
                store y, i, %8
                yield
              }
              return y
            }
            """);

    /** {@code (double[], double, double[] output)}. */
    static final Callee WRITER = define(2, """
            writer(a: double[], b: double, y: double[]) {
              %1 = 0
              %2: int = length a
              for i from %1 less %2 step 1 {
                %3: double = load a, i
                %4: double = load y, i
                %5 = add %4, b
                %6 = multiply %3, %5
                %7 = sin %6
                store y, i, %7
                yield
              }
              return y
            }
            """);

    /** {@code (double[] changed in place, double) -> double}. */
    static final Callee MIXER = define(2, """
            mixer(a: double[], b: double) {
              %0 = 0.0
              %1 = 1
              %2: int = length a
              s = for i from %1 less %2 step 1 with (s.1 = %0) {
                %3 = subtract i, %1
                %4: double = load a, %3
                %5: double = load a, i
                %6 = multiply %4, %5
                %7 = sin %6
                %8 = add %7, b
                store a, i, %8
                %9 = multiply %8, %5
                s.2 = add s.1, %9
                yield s.2
              }
              return s
            }
            """);

    /** {@code (double, double) -> double}, with a method for each partial derivative. */
    static final Callee RULED = ruled();

    private CalledMethods() {}

    private static Callee ruled() {
        Function product = IrParser.verified("""
                ruled(a: double, b: double) {
                  %0 = sin a
                  %1 = multiply %0, b
                  return %1
                }
                """);
        Callee byA = define(1, """
                ruledByA(a: double, b: double) {
                  %0 = cos a
                  %1 = multiply %0, b
                  return %1
                }
                """);
        Callee byB = define(1, """
                ruledByB(a: double, b: double) {
                  %0 = sin a
                  return %0
                }
                """);
        Callee ruled = new Callee(
                OWNER,
                "ruled",
                byA.parameters(),
                byA.results(),
                new Callee.Partials(List.of(Optional.of(byA), Optional.of(byB))));
        CalledFunctions.define(ruled, product);
        return ruled;
    }

    private static Callee define(int order, String text) {
        Function function = IrParser.verified(text);
        Value result = function.results().get(0);
        Set<Value> written = written(function);
        boolean isWriter = written.contains(result);
        List<Value> varying = function.parameters().stream()
                .filter(parameter -> parameter.type().isReal() && !written.contains(parameter))
                .toList();
        List<String> names = function.parameters().stream().map(Value::name).toList();
        Signature signature = new Signature(
                OWNER,
                function.name(),
                function.parameters().stream().map(Value::type).toList(),
                OWNER.companion(),
                function.name(),
                order,
                false,
                function.parameters().stream()
                        .map(value -> new Method.Parameter(
                                value.name(),
                                value.type(),
                                written.contains(value)
                                        ? Role.OUTPUT
                                        : Role.of(value.type().isReal())))
                        .toList(),
                names,
                isWriter ? Optional.empty() : Optional.of(result.type()));
        Callee callee = signature.callee();
        Function plain = isWriter ? withoutFirstResult(function) : function;
        CalledFunctions.define(callee, plain);
        Callee.Methods methods = (Callee.Methods) callee.derivative();
        if (!written.isEmpty() || order > 1 && result.type().isArray()) {
            inPlace(methods, plain, varying, written);
            return callee;
        }
        define(methods.forward().orElseThrow(), forward(function, varying));
        Callee reverse = methods.reverse().orElseThrow();
        define(reverse, withoutFirstResult(Vjp.of(function, varying)));
        ((Callee.OfReverse) reverse.derivative())
                .hessianProduct()
                .ifPresent(hvp -> define(hvp, returning(Hvp.of(Vjp.gradient(function, varying), varying), varying)));
        return callee;
    }

    private static void define(Callee callee, Function function) {
        CalledFunctions.define(callee, Verifier.verify(function));
    }

    private static Function forward(Function function, List<Value> varying) {
        Function jvp = Jvp.of(function, varying);
        return function.results().get(0).type().isArray() ? writing(jvp) : jvp;
    }

    private static void inPlace(Callee.Methods methods, Function function, List<Value> inputs, Set<Value> written) {
        List<Value> varying = Stream.concat(inputs.stream(), written.stream()).toList();
        define(methods.forward().orElseThrow(), Jvp.of(function, varying));
        Function withValue = Vjp.of(function, varying);
        Function vjp = function.results().isEmpty() ? withValue : withoutFirstResult(withValue);
        Callee reverse = methods.reverse().orElseThrow();
        define(reverse, vjp);
        int primals = function.parameters().size();
        int seeds = function.results().size();
        List<Value> more = vjp.parameters().subList(primals, vjp.parameters().size());
        List<Value> all = new ArrayList<>(inputs);
        all.addAll(more.subList(0, seeds));
        all.addAll(written);
        all.addAll(more.subList(seeds, more.size()));
        Callee.OfReverse second = (Callee.OfReverse) reverse.derivative();
        second.forward().ifPresent(forward -> define(forward, Jvp.of(vjp, all)));
    }

    /** The parameters that a function writes to. */
    private static Set<Value> written(Function function) {
        Set<Value> written = new LinkedHashSet<>();
        function.body().forEach(statement -> {
            if (statement instanceof Store store && function.parameters().contains(store.array())) {
                written.add(store.array());
            }
        });
        return written;
    }

    private static Function withoutFirstResult(Function function) {
        Region body = function.body();
        List<Value> results = body.results().subList(1, body.results().size());
        return new Function(function.name(), new Region(body.parameters(), body.statements(), results));
    }

    /** The second result goes to an array that is passed. */
    private static Function writing(Function jvp) {
        Value target = Value.named(Type.DOUBLES, "tangent");
        Value source = jvp.results().get(1);
        Builder builder = new Builder();
        jvp.body().statements().forEach(builder::append);
        Builder body = builder.nested();
        Value index = Value.named(Type.INT, "i");
        body.store(target, index, body.load(source, index));
        builder.loop(builder.constant(0), builder.length(source), List.of(), body.region(List.of(index), List.of()));
        List<Value> parameters =
                Stream.concat(jvp.parameters().stream(), Stream.of(target)).toList();
        return new Function(jvp.name(), builder.region(parameters, List.of()));
    }

    /** The buffers, which come last, are arrays of its own that it returns. */
    private static Function returning(Function hvp, List<Value> varying) {
        List<Value> parameters = new ArrayList<>(hvp.parameters());
        List<Value> scalars = new ArrayList<>(hvp.results());
        List<Value> results = new ArrayList<>();
        Builder builder = new Builder();
        int arrays =
                (int) varying.stream().filter(each -> each.type().isArray()).count();
        List<Value> buffers = new ArrayList<>(parameters.subList(parameters.size() - arrays, parameters.size()));
        parameters.removeAll(buffers);
        for (Value value : varying) {
            if (value.type().isArray()) {
                Value buffer = buffers.remove(0);
                builder.define(buffer, Primitive.NEW_ARRAY, builder.length(value));
                results.add(buffer);
            } else {
                results.add(scalars.remove(0));
            }
        }
        List<Statement> statements = new ArrayList<>(builder.statements());
        statements.addAll(hvp.body().statements());
        return new Function(hvp.name(), new Region(parameters, statements, results));
    }
}
