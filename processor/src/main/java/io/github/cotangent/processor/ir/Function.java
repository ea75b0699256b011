package io.github.cotangent.processor.ir;

import java.util.List;

/**
 * A method as typed code: the form that every stage after the front end takes and gives.
 *
 * @param name the method's name
 * @param body the parameters, the statements and the results
 */
public record Function(String name, Region body) {

    public List<Value> parameters() {
        return body.parameters();
    }

    public List<Value> results() {
        return body.results();
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
