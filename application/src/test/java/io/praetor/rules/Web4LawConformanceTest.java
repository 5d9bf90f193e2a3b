package io.praetor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.ConditionParser;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySource;
import io.praetor.policy.reading.PolicyReader;
import io.praetor.situation.Admission;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.SituationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of the reference law's own vectors, where they lie beside the repository: what the door
 * admits comes out the same at the law, and what it refuses is on the list of docs/conformance.md.
 */
class Web4LawConformanceTest {
    private static final Path VECTORS = Path.of("../shared/conformance/web4-law-vectors.jsonl");
    private static final Path LAW = Path.of("policies/web4-default-law.yaml");
    private static final JsonMapper JSON = new JsonMapper();

    /** Why the door refuses a row, by the path of the refusal. */
    private static final Map<String, String> REFUSED =
            Map.of(
                    "t3_tensor.competence", "trust outside [0, 1]",
                    "atp_available", "negative ATP",
                    "action_type", "empty action",
                    "actor_role", "empty role");

    @TestFactory
    List<DynamicTest> everyRowAgrees() throws IOException {
        Path root = root();
        Path vectors = root.resolve(VECTORS);
        if (!Files.exists(vectors)) {
            String absent = "no vectors at " + VECTORS + ": nothing was compared";
            return List.of(
                    DynamicTest.dynamicTest(absent, () -> assertThat(vectors).doesNotExist()));
        }
        RuleEngine law = law(root);
        Map<String, Integer> refused = new TreeMap<>();
        int agreed = 0;
        for (String line : Files.readAllLines(vectors)) {
            JsonNode row = JSON.readTree(line);
            switch (new SituationReader().read(request(row), Instant.EPOCH)) {
                case Admission.Admitted it -> {
                    assertAgrees(law, it.situation(), row);
                    agreed++;
                }
                case Admission.Refused it ->
                        refused.merge(reason(it.refusals().getFirst().path()), 1, Integer::sum);
            }
        }
        String summary = agreed + " rows agree; refused at the door: " + refused;
        int rows = Files.readAllLines(vectors).size();
        int counted = agreed + refused.values().stream().mapToInt(Integer::intValue).sum();
        return List.of(DynamicTest.dynamicTest(summary, () -> assertThat(counted).isEqualTo(rows)));
    }

    private static void assertAgrees(RuleEngine law, Situation situation, JsonNode row) {
        boolean permitted =
                switch (law.evaluate(situation).evaluation()) {
                    case Evaluation.Applicable it -> it.effect() != Effect.DENY;
                    case Evaluation.NotApplicable() -> false;
                    case Evaluation.Indeterminate _ -> false;
                };
        assertThat(permitted).as("%s", row).isEqualTo(row.get("permitted").asBoolean());
    }

    private static RuleEngine law(Path root) throws IOException {
        String text = Files.readString(root.resolve(LAW));
        PolicyReading reading =
                new PolicyReader(new ConditionParser()).read(new PolicySource("law", text));
        assertThat(reading).isInstanceOf(PolicyReading.Accepted.class);
        return RuleEngine.compile(((PolicyReading.Accepted) reading).policy());
    }

    private static Map<String, Object> request(JsonNode row) {
        double trust = row.get("trust").asDouble();
        Map<String, Object> request = new HashMap<>();
        request.put("action_type", row.get("action").asString());
        request.put("actor_id", "user:vector");
        request.put("actor_role", row.get("role").asString());
        request.put("atp_available", row.get("atp").asDouble());
        request.put(
                "t3_tensor", Map.of("competence", trust, "reliability", trust, "integrity", trust));
        return request;
    }

    private static String reason(String path) {
        assertThat(REFUSED).containsKey(path);
        return REFUSED.getOrDefault(path, "");
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(LAW))) {
            folder = folder.resolve("..").normalize();
        }
        return folder;
    }
}
