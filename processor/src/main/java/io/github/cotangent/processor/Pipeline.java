package io.github.cotangent.processor;

import io.github.cotangent.processor.ir.Derivatives;
import io.github.cotangent.processor.ir.Derivatives.InPlace;
import io.github.cotangent.processor.ir.Derivatives.Overwriting;
import io.github.cotangent.processor.ir.Derivatives.Pullback;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.transform.FirstWrites;
import io.github.cotangent.processor.transform.Hvp;
import io.github.cotangent.processor.transform.Jvp;
import io.github.cotangent.processor.transform.Packing;
import io.github.cotangent.processor.transform.Pass;
import io.github.cotangent.processor.transform.Recycle;
import io.github.cotangent.processor.transform.Rows;
import io.github.cotangent.processor.transform.Split;
import io.github.cotangent.processor.transform.Sums;
import io.github.cotangent.processor.transform.Tidy;
import io.github.cotangent.processor.transform.Vjp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The street from a method's code to its derivatives. */
public final class Pipeline {

    private final UnaryOperator<Function> preparation;
    private final UnaryOperator<Function> simplification;
    private final Set<Pass> passes;
    private final int longest;

    private Pipeline(
            UnaryOperator<Function> preparation,
            UnaryOperator<Function> simplification,
            Set<Pass> passes,
            int longest) {
        this.preparation = preparation;
        this.simplification = simplification;
        this.passes = passes;
        this.longest = longest;
    }

    /** The pipeline that users get. */
    public static Pipeline standard() {
        return of(Pass.ALL);
    }

    /** The pipeline with some of the passes. */
    public static Pipeline of(Set<Pass> passes) {
        return new Pipeline(function -> Tidy.primal(function, passes), Tidy::derivative, passes, Split.LIMIT);
    }

    /** The pipeline without simplification, which cuts code into short parts, for tests. */
    public static Pipeline raw() {
        return new Pipeline(UnaryOperator.identity(), UnaryOperator.identity(), Pass.ALL, 300);
    }

    public Derivatives derivatives(Method method) {
        return method.isPrivate() && method.isInPlace() ? ofHelper(method) : all(method);
    }

    /** What derivatives of the methods that call a helper need. */
    private Derivatives ofHelper(Method method) {
        Function jvp = tangent(preparation.apply(method.inPlace()), method, "JvpInPlace");
        Optional<Function> none = Optional.empty();
        return new Derivatives(
                method, jvp, none, Optional.empty(), Optional.empty(), none, none, Optional.of(inPlace(method)));
    }

    private InPlace inPlace(Method method) {
        Function primal = preparation.apply(method.inPlace());
        Function withValue = Vjp.of(primal, method.varying(), passes);
        List<Value> results = withValue.results();
        List<Value> adjoints = results.subList(primal.results().size(), results.size());
        Region body = new Region(withValue.parameters(), withValue.body().statements(), adjoints);
        Function vjp = reverse(new Function(withValue.name(), body));
        Optional<Function> second = method.order() < 2
                ? Optional.empty()
                : Optional.of(
                        finished(Jvp.of(vjp, varying(method, vjp.parameters()), passes), method, "VjpInPlaceJvp"));
        return new InPlace(cut(vjp, method.name() + "VjpInPlace"), second);
    }

    /** What varies among the parameters of a reverse derivative in place: first what is not written to. */
    private static List<Value> varying(Method method, List<Value> parameters) {
        List<Value> own = method.primal().parameters();
        List<Value> more = parameters.subList(own.size(), parameters.size());
        int seeds = (int) method.inPlace().results().stream()
                .filter(result -> result.type().isReal())
                .count();
        List<Value> varying = new ArrayList<>(method.differentiable());
        varying.addAll(more.subList(0, seeds));
        varying.addAll(method.varying()
                .subList(method.differentiable().size(), method.varying().size()));
        varying.addAll(more.subList(seeds, more.size()));
        return varying;
    }

    private Derivatives all(Method method) {
        Function primal = preparation.apply(method.primal());
        List<Value> differentiable = method.differentiable();
        Optional<Pullback> pullback = method.isScalar()
                ? Optional.empty()
                : Optional.of(simplified(Vjp.split(primal, differentiable, passes)));
        Optional<Function> jacobian = pullback.flatMap(sweeps -> Rows.of(primal, sweeps, differentiable, passes))
                .map(rows -> finished(rows, method, "Jacobian"));
        Function jvp = tangent(primal, method, "Jvp");
        Optional<Function> vjp = method.isScalar() || method.workspace() && !method.isPrivate()
                ? Optional.of(reverse(Vjp.of(primal, differentiable, passes)))
                : Optional.empty();
        Optional<Overwriting> overwriting =
                vjp.filter(sweep -> method.isScalar()).flatMap(sweep -> overwriting(sweep, method));
        Optional<Function> hvp = method.order() < 2 || !method.isScalar()
                ? Optional.empty()
                : Optional.of(finished(hvp(primal, differentiable), method, "Hvp"));
        Optional<InPlace> inPlace = method.isInPlace() ? Optional.of(inPlace(method)) : Optional.empty();
        Optional<Function> adding = vjp.map(sweep -> cut(sweep, method.name() + "Vjp"));
        return new Derivatives(
                method,
                jvp,
                adding,
                overwriting,
                pullback.map(sweeps -> finished(sweeps, method)),
                jacobian,
                hvp,
                inPlace);
    }

    /** Where a sweep is called by users. */
    private Optional<Overwriting> overwriting(Function vjp, Method method) {
        List<Value> arrays = method.differentiable().stream()
                .filter(value -> value.type().isArray())
                .toList();
        List<Value> parameters = vjp.parameters();
        List<Value> buffers = parameters.subList(parameters.size() - arrays.size(), parameters.size());
        return method.isPrivate() || !passes.contains(Pass.FIRST_WRITES)
                ? Optional.empty()
                : FirstWrites.of(vjp, likes(buffers, arrays))
                        .map(sweep ->
                                new Overwriting(cut(sweep.vjp(), method.name() + "Reverse"), sweep.overwritten()));
    }

    /** Both sweeps in one function, as it has been written. */
    private Function reverse(Function sweeps) {
        Function code = simplification.apply(sweeps);
        return passes.contains(Pass.SUMS) ? simplification.apply(Sums.apply(code)) : code;
    }

    private Function hvp(Function primal, List<Value> differentiable) {
        Function gradient = reverse(Vjp.gradient(primal, differentiable, passes));
        return Hvp.of(gradient, differentiable, passes);
    }

    private Pullback simplified(Pullback pullback) {
        return new Pullback(simplification.apply(pullback.forward()), simplification.apply(pullback.reverse()));
    }

    private Pullback finished(Pullback pullback, Method method) {
        Pullback packed = Packing.apply(pullback, method.primal().results().size());
        return new Pullback(
                cut(packed.forward(), method.name() + "Forward"), cut(packed.reverse(), method.name() + "Reverse"));
    }

    /** What becomes a method, and is not differentiated further. */
    private Function cut(Function function, String name) {
        return cut(function, Map.of(), name);
    }

    private Function cut(Function function, Map<Value, Value> likes, String name) {
        Function code = passes.contains(Pass.RECYCLE) ? Recycle.apply(function, likes) : function;
        return Split.apply(code, name, longest);
    }

    private Function tangent(Function primal, Method method, String suffix) {
        Function jvp = simplification.apply(Jvp.of(primal, method.varying(), passes));
        List<Value> parameters = jvp.parameters();
        List<Value> tangents =
                parameters.subList(parameters.size() - method.varying().size(), parameters.size());
        return cut(jvp, likes(tangents, method.varying()), method.name() + suffix);
    }

    private static Map<Value, Value> likes(List<Value> arrays, List<Value> others) {
        Map<Value, Value> likes = new LinkedHashMap<>();
        for (int i = 0; i < arrays.size(); i++) {
            if (arrays.get(i).type().isArray()) {
                likes.put(arrays.get(i), others.get(i));
            }
        }
        return likes;
    }

    private Function finished(Function function, Method method, String suffix) {
        return cut(simplification.apply(function), method.name() + suffix);
    }
}
