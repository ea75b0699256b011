package io.github.cotangent.processor.frontend;

import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.lower.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds methods of one class whose derivatives would bear the same name. */
final class Overlaps {

    private static final List<String> SUFFIXES = List.of(
            "Jvp",
            "Vjp",
            "VjpAdd",
            "Gradient",
            "ValueAndGradient",
            "Jacobian",
            "JacobianForward",
            "JacobianReverse",
            "Pullback",
            "Function",
            "Hvp",
            "Hessian");

    private Overlaps() {}

    static void check(List<Declaration> declarations, Problems problems) {
        Map<String, Declaration> byName = new HashMap<>();
        Map<String, Declaration> byMember = new HashMap<>();
        for (Declaration declaration : declarations) {
            Declaration sameName = byName.putIfAbsent(declaration.name(), declaration);
            if (sameName != null) {
                problems.report(declaration.tree(), Message.OverloadNeedsName, declaration.name());
                continue;
            }
            members(declaration, byMember, problems);
        }
    }

    private static void members(Declaration declaration, Map<String, Declaration> byMember, Problems problems) {
        for (String suffix : SUFFIXES) {
            String member = declaration.name() + suffix;
            for (String generated : List.of(member, capitalized(member))) {
                Declaration other = byMember.putIfAbsent(generated, declaration);
                if (other != null && other != declaration) {
                    problems.report(declaration.tree(), Message.NameClash, other.name(), declaration.name(), generated);
                    return;
                }
            }
        }
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
