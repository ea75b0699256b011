package io.github.cotangent.processor.emit.code;

import io.github.cotangent.processor.emit.code.Structure.Scope;
import io.github.cotangent.processor.emit.code.Variables.Variable;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Value;
import java.util.Optional;
import java.util.Set;

/** Tells the loops that are {@code do { … } while (…)}. */
record DoWhile(Structure structure, Inlining inlining, Variables variables) {

    /** Which carried value says whether to go on, at first is true, and is used for nothing else. */
    Optional<Integer> flag(While loop) {
        Value test = loop.condition().results().get(0);
        int flag = loop.condition().parameters().indexOf(test);
        boolean isFlag = flag >= 0
                && loop.condition().statements().isEmpty()
                && structure.uses(loop.body().parameters().get(flag)).isEmpty()
                && structure.uses(loop.results().get(flag)).isEmpty()
                && structure.definition(loop.initial().get(flag)) instanceof Constant constant
                && Boolean.TRUE.equals(constant.literal())
                && !loop.body().alwaysThrows()
                && canEnd(loop, flag);
        return isFlag ? Optional.of(flag) : Optional.empty();
    }

    /** Whether {@code while (…)} after the body sees the variables that it reads, with the values they had. */
    private boolean canEnd(While loop, int flag) {
        Value next = loop.body().results().get(flag);
        Scope outer = structure.site(loop.results().get(0)).scope();
        Set<Variable> reads = variables.reads(next);
        boolean overwritten = false;
        for (int i = 0; i < loop.results().size(); i++) {
            Value source = loop.body().results().get(i);
            Variable target = variables.of(loop.results().get(i));
            boolean written = inlining.isInlined(source) || variables.of(source) != target;
            overwritten |= i != flag && written && reads.contains(target);
        }
        boolean visible = reads.stream()
                .allMatch(variable -> outer.isWithin(variable.site().scope()));
        return inlining.isInlined(next) && !reads.isEmpty() && visible && !overwritten;
    }
}
