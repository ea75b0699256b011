package io.github.cotangent.processor.frontend;

import com.sun.source.tree.Tree;
import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Overwrites;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.Rule.Kind;
import io.github.cotangent.processor.frontend.lower.Lowering.Lowered;
import io.github.cotangent.processor.frontend.lower.Lowering.Site;
import io.github.cotangent.processor.frontend.lower.Problems;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether the calls of a method have the derivatives that are asked of them. */
final class CallChecks {

    private final Activity activity;
    private final Aliases aliases;
    private final Overwrites overwrites;
    private final int order;
    private final Problems problems;

    private CallChecks(Lowered lowered, List<Value> varying, int order, Problems problems) {
        this.aliases = Aliases.of(lowered.function());
        this.activity = Activity.of(lowered.function(), aliases, varying);
        this.overwrites = Overwrites.of(lowered.function(), aliases, Frames.of(lowered.function()));
        this.order = order;
        this.problems = problems;
    }

    /**
     * Reports what is missing where a call matters for a derivative, unless the method has problems already.
     *
     * @param parameters those of the method's derivatives, which may be records
     */
    static void check(Lowered lowered, List<Method.Parameter> parameters, int order, Problems problems) {
        if (!problems.isEmpty()) {
            return;
        }
        List<Method.Parameter> flat = Method.flat(parameters);
        List<Value> varying = IntStream.range(0, flat.size())
                .filter(i -> flat.get(i).differentiable()
                        || flat.get(i).isOutput() && flat.get(i).type().isReal())
                .mapToObj(lowered.function().parameters()::get)
                .toList();
        CallChecks checks = new CallChecks(lowered, varying, order, problems);
        lowered.function().body().forEach(statement -> {
            if (statement instanceof Call call) {
                checks.names(call, lowered.sites().get(call), parameters);
                checks.constants(call, lowered.sites().get(call));
            }
            if (statement instanceof Call call && checks.activity.isActive(call)) {
                checks.check(call, lowered.sites().get(call));
                checks.outputs(call, lowered.sites().get(call));
            }
        });
    }

    /** Parameters keep their names in a companion, where a variable hides a class or package of its name. */
    private void names(Call call, Site site, List<Method.Parameter> parameters) {
        parameters.stream()
                .map(Method.Parameter::name)
                .filter(call.callee().allClasses()::contains)
                .findFirst()
                .ifPresent(name -> report(
                        site.tree(), Message.HiddenClass, name, site.method().getSimpleName()));
    }

    /** What has no derivative takes what does not vary, even if an integer comes of it: that may hold the bits of a number. */
    private void constants(Call call, Site site) {
        if (call.callee().derivative() instanceof Callee.None
                && call.varying().stream().anyMatch(activity::varies)) {
            String remedy = new RuleText(site.method()).remedyIfVarying();
            report(site.tree(), Message.CallElsewhere, site.method().getSimpleName(), remedy);
        }
    }

    /** An output is an array of its own. */
    private void outputs(Call call, Site site) {
        for (int i = 0; i < call.arguments().size(); i++) {
            if (!call.callee().parameters().get(i).isWritten()) {
                continue;
            }
            Tree tree = site.arguments().get(i);
            if (isShared(i, call)) {
                report(tree, Message.OutputShared, tree, site.method().getSimpleName());
            }
        }
    }

    private boolean isShared(int output, Call call) {
        Value array = call.arguments().get(output);
        return IntStream.range(0, call.arguments().size())
                .filter(i -> i != output && call.arguments().get(i).type().isArray())
                .anyMatch(i -> mayShare(array, call.arguments().get(i)));
    }

    /** Whether two arrays may be one, or share rows. */
    private boolean mayShare(Value array, Value other) {
        return !overwrites.isMadeAfter(array, other)
                && !Collections.disjoint(aliases.reachedFrom(array), aliases.reachedFrom(other));
    }

    private void check(Call call, Site site) {
        RuleText text = new RuleText(site.method());
        Callee.Derivative derivative = call.callee().derivative();
        if (derivative instanceof Callee.Partials partials) {
            for (int i = 0; i < call.arguments().size(); i++) {
                boolean isNeeded = call.callee().parameters().get(i).varies()
                        && activity.isActive(call.arguments().get(i));
                if (isNeeded) {
                    check(partials.ofParameters().get(i), text.ofParameter(i), site);
                }
            }
        } else if (derivative instanceof Callee.Methods methods) {
            check(methods, text, site);
        }
    }

    private void check(Optional<Callee> partial, String text, Site site) {
        if (partial.isEmpty()) {
            report(site.tree(), Message.MissingRule, site.method().getSimpleName(), text);
        } else if (order > 1 && partial.get().derivative() instanceof Callee.None) {
            report(site.tree(), Message.RuleOrder, partial.get().name());
        }
    }

    private void check(Callee.Methods methods, RuleText text, Site site) {
        if (methods.forward().isEmpty()) {
            report(site.tree(), Message.MissingRule, site.method().getSimpleName(), text.of(Kind.FORWARD, 0));
        } else if (methods.reverse().isEmpty()) {
            report(site.tree(), Message.MissingRule, site.method().getSimpleName(), text.of(Kind.REVERSE, 0));
        } else if (order > 1 && !hasSecond(methods.reverse().get())) {
            report(site.tree(), Message.OrderOfCallee, site.method().getSimpleName());
        }
    }

    private static boolean hasSecond(Callee reverse) {
        return reverse.derivative() instanceof Callee.OfReverse second && second.isDifferentiable();
    }

    private void report(Tree tree, Message message, Object... arguments) {
        problems.report(tree, message, arguments);
    }
}
