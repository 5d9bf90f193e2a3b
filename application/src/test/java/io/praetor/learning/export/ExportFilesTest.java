package io.praetor.learning.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.learning.Lessons;
import io.praetor.learning.dataset.DataSet;
import io.praetor.learning.dataset.DataSet.Gathered;
import io.praetor.learning.dataset.Gathering;
import io.praetor.learning.dataset.Lesson;
import io.praetor.learning.dataset.Safeguards;
import io.praetor.log.Hash;
import io.praetor.policy.Effect;
import io.praetor.review.Reviewing;
import io.praetor.review.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportFilesTest {
    private DataSet set = new DataSet(List.of(), List.of(), NOTHING);
    private Map<String, String> files = Map.of();

    private static final DataSet.Count NOTHING = new DataSet.Count(0, Map.of(), 0, 0, 0, 0);

    @BeforeEach
    void export() {
        try (Reviewing reviewing = new Reviewing(Reviewing.NO_DRAWS)) {
            Lessons.review(reviewing, 90, Lessons.rather(Effect.REQUIRE_MFA, "A second factor."));
            Lessons.review(reviewing, 60, Verdict.ACCEPTED);
            Gathered gathered =
                    new Gathering(Lessons.reader(reviewing), Safeguards.DEFAULT)
                            .of(reviewing.book.reviewed());
            set = ((Gathered.Ready) gathered).set();
            files = ExportFiles.of(set, "Decide.", Instant.EPOCH);
        }
    }

    private String file(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    @Test
    void theSeedsThreeFilesAreThere() {
        assertThat(file("fewshot_examples.txt").lines())
                .filteredOn(line -> line.startsWith("Example "))
                .hasSize(FewShotText.EXAMPLES);
        JsonNode pairs = JsonMapper.shared().readTree(file("finetuning_dataset.json"));
        assertThat(pairs).hasSameSizeAs(set.training());
        assertThat(pairs.get(0).propertyNames()).containsExactly("prompt", "response");
        JsonNode report = JsonMapper.shared().readTree(file("analysis_report.json"));
        long corrections =
                new AnalysisReport(set).all().stream().filter(Lesson::isCorrection).count();
        assertThat(report.get("total_corrections").asLong()).isEqualTo(corrections);
    }

    @Test
    void examplesTakeTurnsAmongTheDecisions() {
        Map<Effect, Long> byDecision =
                FewShotText.chosen(set.training()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        lesson -> lesson.confirmed().decision(),
                                        Collectors.counting()));
        assertThat(byDecision.values()).allMatch(count -> count >= 2);
    }

    @Test
    void rowsHaveTheFormThatTrainersRead() {
        for (String line : file("train/preference.jsonl").lines().toList()) {
            JsonNode row = JsonMapper.shared().readTree(line);
            assertThat(row.propertyNames()).containsExactly("prompt", "chosen", "rejected");
            assertThat(row.get("prompt").get(0).get("role").asString()).isEqualTo("system");
            assertThat(row.get("chosen").get(0).get("content").asString())
                    .contains("require_mfa")
                    .isNotEqualTo(row.get("rejected").get(0).get("content").asString());
        }
        long labels =
                file("train/kto.jsonl")
                        .lines()
                        .filter(line -> line.contains("\"label\":false"))
                        .count();
        assertThat(labels).isEqualTo(file("train/preference.jsonl").lines().count());
    }

    @Test
    void eachRowHasItsSourceBesideIt() {
        for (String name : List.of("train/sft.jsonl", "held-out/kto.jsonl")) {
            assertThat(file("provenance/" + name).lines().count())
                    .isEqualTo(file(name).lines().count());
        }
        assertThat(file("train/sft.jsonl"))
                .doesNotContain(set.training().getFirst().record().value());
    }

    @Test
    void theSumsAreThoseOfTheFiles() {
        for (String line : file("SHA256SUMS").lines().toList()) {
            String[] parts = line.split("  ");
            assertThat(Hash.over(file(parts[1]).getBytes(UTF_8))).hasToString(parts[0]);
        }
    }
}
