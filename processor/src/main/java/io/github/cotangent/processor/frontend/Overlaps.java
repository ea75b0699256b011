package io.github.cotangent.processor.frontend;

import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.lower.Problems;
import io.github.cotangent.processor.ir.ClassSymbol;
import io.github.cotangent.processor.ir.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds methods of one class whose derivatives would bear the same name. */
final class Overlaps {

    private static final List<String> SUFFIXES = List.of(
            "Jvp",
            "Vjp",
            "VjpAdd",
            "Reverse",
            "Gradient",
            "ValueAndGradient",
            "Jacobian",
            "JacobianForward",
            "JacobianReverse",
            "Pullback",
            "Forward",
            "Function",
            "Hvp",
            "Hessian",
            "JvpInPlace",
            "VjpInPlace",
            "VjpInPlaceJvp");

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
            members(declaration, declaration.name(), byMember, problems);
            boolean isOfRecord = declaration.returned().filter(Type::isRecord).isPresent();
            if (isOfRecord
                    || declaration.parameters().stream()
                            .anyMatch(parameter -> parameter.type().isRecord())) {
                members(declaration, declaration.name() + "Flat", byMember, problems);
            }
        }
    }

    private static void members(
            Declaration declaration, String name, Map<String, Declaration> byMember, Problems problems) {
        for (String generated : members(name)) {
            Declaration other = byMember.putIfAbsent(generated, declaration);
            if (other != null && other != declaration) {
                problems.report(declaration.tree(), Message.NameClash, other.name(), declaration.name(), generated);
                return;
            }
        }
    }

    /** The names of the members and nested classes that belong to a name. */
    static List<String> members(String name) {
        return SUFFIXES.stream()
                .flatMap(suffix -> Stream.of(name + suffix, ClassSymbol.capitalized(name + suffix)))
                .toList();
    }
}
