package io.github.cotangent.processor.frontend.lower;

import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.ir.Callee;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** What becomes of the calls of a method. */
public interface Callees {

    /** One of the things that can become of a call. */
    sealed interface Choice {}

    /** The body of the method called takes the place of the call. */
    record Inlined() implements Choice {}

    /** The call stays a call. */
    record Called(Callee callee) implements Choice {}

    /** The call is an error. */
    record Refused(Message message, List<Object> arguments) implements Choice {}

    /** What becomes of the calls of a static method that there is a rule for; empty if there is none. */
    Optional<Choice> rule(ExecutableElement method);

    /** What becomes of the calls of any other static method. */
    Choice of(ExecutableElement method);

    /** Whether the caller is annotated, so that its parameters are known not to be null. */
    boolean isCallerAnnotated();
}
