package io.github.cotangent.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a random program.
 *
 * @param type the type of an expression, or of the variable that a statement declares
 */
record Node(Kind kind, Type type, String text, List<Node> parts) {

    static Node of(Kind kind, Type type, String text, Node... parts) {
        return new Node(kind, type, text, List.of(parts));
    }

    static Node statement(Kind kind, String text, Node... parts) {
        return new Node(kind, Type.VOID, text, List.of(parts));
    }

    static Node block(List<Node> statements) {
        return new Node(Kind.BLOCK, Type.VOID, "", List.copyOf(statements));
    }

    static Node literal(Type type, String text) {
        return of(Kind.LITERAL, type, text);
    }

    static Node literal(int number) {
        return literal(Type.INT, String.valueOf(number));
    }

    static Node name(Type type, String name) {
        return of(Kind.NAME, type, name);
    }

    static Node binary(String operator, Node a, Node b) {
        Type type = switch (operator) {
            case "<", "<=", ">", ">=", "==", "!=", "&&", "||" -> Type.BOOLEAN;
            case "<<", ">>", ">>>" -> Type.promoted(a.type, Type.INT);
            default -> Type.promoted(a.type, b.type);
        };
        return of(Kind.BINARY, type, operator, a, b);
    }

    static Node cast(Type type, Node a) {
        return of(Kind.CAST, type, "", a);
    }

    static Node math(Type type, String name, Node... arguments) {
        return of(Kind.MATH, type, name, arguments);
    }

    static Node element(Node array, Node index) {
        return of(Kind.ELEMENT, array.type.element(), "", array, index);
    }

    static Node length(Node array) {
        return of(Kind.LENGTH, Type.INT, "", array);
    }

    static Node assign(String operator, Node target, Node value) {
        return of(Kind.ASSIGN, target.type, operator, target, value);
    }

    static Node local(Type type, String name, Node... value) {
        return of(Kind.LOCAL, type, name, value);
    }

    static Node expression(Node value) {
        return statement(Kind.EXPRESSION, "", value);
    }

    Node part(int index) {
        return parts.get(index);
    }

    Node withParts(List<Node> replaced) {
        return new Node(kind, type, text, List.copyOf(replaced));
    }

    Node withPart(int index, Node part) {
        List<Node> replaced = new ArrayList<>(parts);
        replaced.set(index, part);
        return withParts(replaced);
    }

    Node withoutPart(int index) {
        List<Node> replaced = new ArrayList<>(parts);
        replaced.remove(index);
        return withParts(replaced);
    }

    boolean isStatement() {
        return kind.compareTo(Kind.LOCAL) >= 0 && kind != Kind.LIST;
    }

    int size() {
        return 1 + parts.stream().mapToInt(Node::size).sum();
    }
}
