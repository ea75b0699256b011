package io.github.cotangent.benchmark.gradbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void runsAsOftenAsAsked(int times) throws IOException {
        JsonNode response =
                evaluate("lse", "primal", "{\"x\": [1, 2], \"min_runs\": " + times + ", \"min_seconds\": 0}");
        assertThat(response.get("timings")).hasSize(Math.max(1, times));
    }

    @Test
    void runsAsLongAsAskedAndNoLonger() throws IOException {
        JsonNode timings = evaluate(
                        "llsq", "gradient", "{\"x\": [1, 2], \"n\": 100, \"min_runs\": 3, \"min_seconds\": 0.02}")
                .get("timings");
        long sum = 0;
        for (JsonNode timing : timings) {
            assertThat(timing.get("name").asText()).isEqualTo("evaluate");
            sum += timing.get("nanoseconds").longValue();
        }
        long last = timings.get(timings.size() - 1).get("nanoseconds").longValue();
        assertThat(timings.size()).isGreaterThan(3);
        assertThat(sum).isGreaterThanOrEqualTo(20_000_000);
        assertThat(sum - last).isLessThan(20_000_000);
    }

    @Test
    void bothMinimaCount() {
        Runs runs = new Runs(3, 0.5);
        assertThat(runs.suffice(2, 900_000_000)).isFalse();
        assertThat(runs.suffice(9, 400_000_000)).isFalse();
        assertThat(runs.suffice(3, 500_000_000)).isTrue();
    }

    @Test
    void callsTheFunctionOnceForEachTime() {
        int[] calls = new int[1];
        Evaluation<String> evaluation = new Evaluation<>(String.class, input -> input + ++calls[0]);
        Evaluation.Measured measured = evaluation.run("call ", new Runs(4, 0));
        assertThat(measured.output()).isEqualTo("call 4");
        assertThat(measured.timings()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hello | square | {}
                    hello | square | "one"
                    hello | square | null
                    lse | primal | {}
                    lse | primal | {"x": null}
                    lse | primal | {"x": []}
                    lse | gradient | {"x": ["a"]}
                    lse | gradient | 3
                    llsq | primal | {"x": [1]}
                    ode | gradient | {"x": [], "s": 1}
                    kmeans | cost | {"points": [[1, 2]], "centroids": [[1]]}
                    kmeans | dir | {"points": [[1, 2], null], "centroids": [[1, 1]]}
                    gmm | jacobian | {"alpha": [1], "mu": [[1]], "q": [[1]], "l": [[]], "x": [[1]], "gamma": 1}
                    lstm | objective | {"main_params": [], "extra_params": [], "state": [], "sequence": []}
                    ba | jacobian | {"n": 1, "m": 1, "p": 1, "cam": [1], "x": [1, 2, 3], "w": 1, "feat": [0, 0]}
                    ba | objective | {"n": 0, "m": 0, "p": 0, "cam": [], "x": [], "w": 1, "feat": []}
                    """)
    void invalidInputFails(String module, String function, String input) throws IOException {
        JsonNode response = evaluate(module, function, input);
        assertThat(response.get("id").intValue()).isEqualTo(5);
        assertThat(response.get("success").booleanValue()).isFalse();
        assertThat(response.get("error").asText()).isNotBlank();
        assertThat(response.has("output")).isFalse();
    }

    @Test
    void saysWhichPartOfTheInputIsMissing() throws IOException {
        assertThat(evaluate("llsq", "primal", "{\"x\": [1]}").get("error").asText())
                .contains("'n'");
    }

    @Test
    void answersTheNextMessageAfterAFailure() throws IOException {
        String failing = message("lse", "primal", "{}");
        assertThat(serve(failing + "\n" + message("hello", "double", "2.5")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("{\"id\":5,\"success\":true,\"output\":5.0,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{\"id\": 1",
                "[1]",
                "3",
                "null",
                "{\"kind\": \"start\"}",
                "{\"id\": \"one\"}",
                "{\"id\": 1} {}"
            })
    void refusesWhatIsNoMessage(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tool().answer(line))
                .withMessageContaining("not");
    }

    @Test
    void stopsAtALineThatIsNoMessage() {
        StringWriter responses = new StringWriter();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Main.serve(
                        new BufferedReader(new StringReader("{\"id\": 0, \"kind\": \"start\"}\n{]\n{\"id\": 2}\n")),
                        responses))
                .withMessageStartingWith("line 2 is not JSON: ");
        assertThat(responses.toString()).isEqualTo("{\"id\":0,\"tool\":\"cotangent\"}\n");
    }

    private static List<String> serve(String messages) throws IOException {
        StringWriter responses = new StringWriter();
        Main.serve(new BufferedReader(new StringReader(messages)), responses);
        return responses.toString().lines().toList();
    }

    private static JsonNode evaluate(String module, String function, String input) throws IOException {
        return JSON.readTree(serve(message(module, function, input)).get(0));
    }

    private static String message(String module, String function, String input) {
        return String.format(
                "{\"id\": 5, \"kind\": \"evaluate\", \"module\": \"%s\", \"function\": \"%s\", \"input\": %s}",
                module, function, input);
    }
}
