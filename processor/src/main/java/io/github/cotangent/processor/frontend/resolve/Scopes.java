package io.github.cotangent.processor.frontend.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The local variables in sight, block by block. */
final class Scopes {

    private final Deque<Map<String, Local>> blocks = new ArrayDeque<>();

    void enter() {
        blocks.push(new HashMap<>());
    }

    void leave() {
        blocks.pop();
    }

    void declare(Local local) {
        blocks.element().put(local.name(), local);
    }

    Optional<Local> find(String name) {
        return blocks.stream()
                .map(block -> block.get(name))
                .filter(local -> local != null)
                .findFirst();
    }
}
