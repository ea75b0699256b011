package io.github.cotangent.processor.diagnostics;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Hands messages to the compiler, each at its place and no message twice at one place.
 *
 * @param <P> the places: elements, or trees
 */
public final class Reporter<P> {

    private record Said(Object place, String text) {}

    private final BiConsumer<String, P> sink;
    private final Set<Said> said = new HashSet<>();

    public Reporter(BiConsumer<String, P> sink) {
        this.sink = sink;
    }

    public void report(P place, Message message, Object... arguments) {
        String text = message.text(arguments);
        if (said.add(new Said(place, text))) {
            sink.accept(text, place);
        }
    }
}
