package io.github.cotangent.benchmark.gradbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plays recorded sessions, see the README beside them. */
class SessionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"protocol", "hello", "lse", "llsq", "ode", "kmeans", "gmm", "lstm", "ba"})
    void answersAsRecorded(String name) throws IOException {
        Tool tool = new Tool();
        List<JsonNode> lines = lines(name);
        assertThat(lines.size()).isGreaterThan(4).isEven();
        for (Iterator<JsonNode> line = lines.iterator(); line.hasNext(); ) {
            JsonNode message = line.next().get("message");
            String answer = tool.answer(message.toString());
            assertThat(answer).doesNotContain("\n");
            assertAlike(line.next().get("response"), JSON.readTree(answer), message.toString());
        }
    }

    @Test
    void allModulesAreRecorded() throws IOException {
        for (String module : new TreeSet<>(Evals.MODULES.keySet())) {
            List<String> functions = new ArrayList<>();
            for (JsonNode line : lines(module)) {
                functions.add(line.path("message").path("function").asText());
            }
            assertThat(functions).containsAll(Evals.MODULES.get(module).keySet());
        }
    }

    private static void assertAlike(JsonNode expected, JsonNode actual, String at) {
        if (expected.isFloatingPointNumber()) {
            double number = expected.doubleValue();
            assertThat(actual.isNumber()).as(at).isTrue();
            assertThat(actual.doubleValue()).as(at).isCloseTo(number, within(1e-12 * Math.max(1, Math.abs(number))));
        } else if (expected.isContainerNode()) {
            assertThat(actual.getNodeType()).as(at).isEqualTo(expected.getNodeType());
            assertThat(actual.size()).as(at).isEqualTo(expected.size());
            assertThat(actual.fieldNames())
                    .toIterable()
                    .as(at)
                    .containsExactlyInAnyOrderElementsOf(expected::fieldNames);
            expected.fieldNames()
                    .forEachRemaining(name -> assertAlike(expected.get(name), actual.path(name), at + name));
            for (int i = 0; expected.isArray() && i < expected.size(); i++) {
                assertAlike(expected.get(i), actual.get(i), at + i);
            }
        } else if (at.endsWith("nanoseconds")) {
            assertThat(actual.isIntegralNumber()).as(at).isTrue();
            assertThat(actual.longValue()).as(at).isNotNegative();
        } else {
            assertThat(actual).as(at).isEqualTo(expected);
        }
    }

    private static List<JsonNode> lines(String name) throws IOException {
        try (InputStream stream = SessionTest.class.getResourceAsStream("/gradbench/" + name + ".jsonl")) {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        }
    }
}
