package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What all derivatives that come to a value of a region have come through, as far as it is not too far away.
 *
 * <p>Values are defined before they are used, so that one pass finds the tree of dominators.
 */
final class Dominators {

    /**
     * A value in the tree.
     *
     * @param dominator the nearest
     * @param length the number of statements on the longest way to the value
     */
    private record Node(Value value, Node dominator, int level, int length) {}

    private static final Node NOTHING = new Node(null, null, 0, 0);

    private final int reach;
    private final Map<Value, Node> nodes = new HashMap<>();

    /** The dominators to which the longest way has so many statements at most. */
    Dominators(int reach) {
        this.reach = reach;
    }

    /** The next value of the region. */
    void define(Value value, Collection<Value> inputs) {
        List<Node> before = inputs.stream().map(this::node).toList();
        int length = 1 + before.stream().mapToInt(Node::length).max().orElse(0);
        Node dominator = before.stream()
                .reduce((one, other) -> common(one, other, length - reach))
                .orElse(NOTHING);
        nodes.put(value, new Node(value, dominator, dominator.level() + 1, length));
    }

    /** The dominators of a value, the nearest first. */
    List<Value> of(Value value) {
        List<Value> dominators = new ArrayList<>();
        int farthest = node(value).length() - reach;
        for (Node node = node(value).dominator(); node != NOTHING && node.length() >= farthest; ) {
            dominators.add(node.value());
            node = node.dominator();
        }
        return dominators;
    }

    /** What is defined outside has nothing before it. */
    private Node node(Value value) {
        return nodes.computeIfAbsent(value, outside -> new Node(outside, NOTHING, 1, 0));
    }

    private static Node common(Node one, Node other, int farthest) {
        Node first = one;
        Node second = other;
        while (first != second) {
            if (Math.min(first.length(), second.length()) < farthest) {
                return NOTHING;
            }
            if (first.level() >= second.level()) {
                first = first.dominator();
            } else {
                second = second.dominator();
            }
        }
        return first;
    }
}
