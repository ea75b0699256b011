package io.github.cotangent.benchmark.gradbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Answers the messages of an eval, one by one. */
final class Tool {

    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Answers a message.
     *
     * @param line the message, in JSON
     * @return the response, in JSON, on one line
     * @throws IllegalArgumentException if the line is not an object with an id: nothing could be answered
     */
    String answer(String line) {
        JsonNode message = read(line);
        if (!message.path("id").isIntegralNumber()) {
            throw new IllegalArgumentException("not a message with an id");
        }
        ObjectNode response = json.createObjectNode();
        response.set("id", message.get("id"));
        switch (message.path("kind").asText()) {
            case "start" -> response.put("tool", "cotangent");
            case "define" -> define(message, response);
            case "evaluate" -> evaluate(message, response);
            default -> {
                // Only to be acknowledged, like an analysis.
            }
        }
        return response.toString();
    }

    private JsonNode read(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void define(JsonNode message, ObjectNode response) {
        String module = message.path("module").asText();
        if (Evals.MODULES.containsKey(module)) {
            response.put("success", true);
        } else {
            fail(response, "unknown module: " + module);
        }
    }

    private void evaluate(JsonNode message, ObjectNode response) {
        String module = message.path("module").asText();
        String function = message.path("function").asText();
        Evaluation<?> evaluation = Evals.MODULES.getOrDefault(module, Map.of()).get(function);
        if (evaluation == null) {
            fail(response, "unknown function: " + module + "." + function);
            return;
        }
        try {
            Evaluation.Measured measured = run(evaluation, message.path("input"));
            JsonNode output = json.valueToTree(measured.output());
            JsonNode timings = json.valueToTree(measured.timings());
            response.put("success", true).<ObjectNode>set("output", output).set("timings", timings);
        } catch (JsonProcessingException e) {
            fail(response, "invalid input: " + e.getOriginalMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(response, e.toString());
        }
    }

    private <I> Evaluation.Measured run(Evaluation<I> evaluation, JsonNode input) throws JsonProcessingException {
        return evaluation.run(json.treeToValue(input, evaluation.type()), Runs.of(input));
    }

    private static void fail(ObjectNode response, String error) {
        response.put("success", false).put("error", error);
    }
}
