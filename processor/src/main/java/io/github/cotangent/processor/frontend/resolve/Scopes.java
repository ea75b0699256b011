package io.github.cotangent.processor.frontend.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The local variables in sight, block by block. */
final class Scopes {

    private final Deque<Map<String, Local>> blocks = new ArrayDeque<>();
    private final Set<String> localTypes = new HashSet<>();

    void enter() {
        blocks.push(new HashMap<>());
    }

    void leave() {
        blocks.pop();
    }

    void declare(Local local) {
        blocks.element().put(local.name(), local);
    }

    /** A class inside the body hides the types of its name further out; what it means is not looked into. */
    void declareType(String name) {
        localTypes.add(name);
    }

    boolean isLocalType(String name) {
        return localTypes.contains(name);
    }

    Optional<Local> find(String name) {
        return blocks.stream()
                .map(block -> block.get(name))
                .filter(local -> local != null)
                .findFirst();
    }
}
