package io.github.cotangent.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DominatorsTest {

    private final Value x = Value.named(Type.DOUBLE, "x");
    private final Value y = Value.named(Type.DOUBLE, "y");
    private final Dominators dominators = new Dominators(3);

    private Value define(String name, Value... inputs) {
        Value value = Value.named(Type.DOUBLE, name);
        dominators.define(value, List.of(inputs));
        return value;
    }

    @Test
    void aLineComesThroughEachOfItsValues() {
        Value a = define("a", x);
        Value b = define("b", a);
        assertThat(dominators.of(b)).containsExactly(a, x);
    }

    @Test
    void waysThatMeetAgainComeThroughWhereTheyParted() {
        Value a = define("a", x);
        Value left = define("left", a);
        Value right = define("right", a, left);
        assertThat(dominators.of(define("b", left, right))).containsExactly(a);
    }

    @Test
    void aShortWayBesideALongOneCounts() {
        Value a = define("a", x);
        Value b = define("b", a);
        assertThat(dominators.of(define("c", b, x))).containsExactly(x);
    }

    @Test
    void whatVariesWithTwoParametersComesThroughNeither() {
        Value a = define("a", x, y);
        assertThat(dominators.of(a)).isEmpty();
        assertThat(dominators.of(define("b", a, x))).isEmpty();
        assertThat(dominators.of(define("c", a))).containsExactly(a);
    }

    @Test
    void whatHasNoInputsComesThroughNothing() {
        Value a = define("a");
        assertThat(dominators.of(a)).isEmpty();
        assertThat(dominators.of(define("b", a))).containsExactly(a);
        assertThat(dominators.of(x)).isEmpty();
    }

    @Test
    void whatIsTooFarAwayIsLeftOut() {
        Value a = define("a", x);
        Value b = define("b", a, x);
        Value c = define("c", b, x);
        Value d = define("d", c, x);
        assertThat(dominators.of(c)).containsExactly(x);
        assertThat(dominators.of(d)).isEmpty();
        assertThat(dominators.of(define("e", c))).containsExactly(c);
    }
}
