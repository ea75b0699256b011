package io.github.cotangent.processor;

import io.github.cotangent.processor.frontend.FrontEnd.Outcome;
import javax.lang.model.element.TypeElement;

/** Takes the annotated methods of a class and makes its companion of them. */
@FunctionalInterface
interface Companions {

    void write(TypeElement type, Outcome outcome);
}
