package io.praetor.reasoning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Effect;
import io.praetor.reasoning.AnswerReading.Read;
import io.praetor.reasoning.AnswerReading.Unreadable;
import io.praetor.situation.RiskLevel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AnswerParserTest {
    /** One answer of the corpus: {@code === NAME => EXPECTED}, then the text. */
    private record Golden(String name, String expected, String text) {}

    @TestFactory
    Stream<DynamicTest> everyFormOfAnswerReadsAsWritten() throws IOException {
        return corpus().stream()
                .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> check(golden)));
    }

    private static void check(Golden golden) {
        String label =
                switch (AnswerParser.read(golden.text())) {
                    case Read read -> read.answer().decision().name();
                    case Unreadable _ -> "unreadable";
                };
        assertThat(label).isEqualTo(golden.expected());
    }

    @Test
    void fieldsAndReferencesAreKept() {
        String text =
                """
                **Classification:** production deploy
                **Risk level:** high
                **Decision:** require_attestation
                **Rationale:** Production asks for
                a second person.
                **Policy references:**
                - deploy.production
                - `deploy.approval`
                """;
        assertThat(AnswerParser.read(text))
                .isEqualTo(
                        new Read(
                                new Answer(
                                        Effect.REQUIRE_ATTESTATION,
                                        Optional.of("production deploy"),
                                        Optional.of(RiskLevel.HIGH),
                                        Optional.empty(),
                                        Optional.of("Production asks for\na second person."),
                                        List.of(
                                                reference("deploy.production"),
                                                reference("deploy.approval")))));
    }

    @Test
    void quotesOfJsonReferencesAreKept() {
        String text =
                """
                {"decision": "deny", "policy_references":
                  [{"id": "role.required", "quote": "A role is required."}, "default.deny"]}
                """;
        assertThat(AnswerParser.read(text))
                .isEqualTo(
                        new Read(
                                new Answer(
                                        Effect.DENY,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(
                                                new Answer.Reference(
                                                        "role.required",
                                                        Optional.of("A role is required.")),
                                                reference("default.deny")))));
    }

    @Test
    void oversizedAnswerIsUnreadable() {
        String text = "Decision: allow\n" + "x".repeat(AnswerParser.CHARACTERS_MAX);
        assertThat(AnswerParser.read(text)).isInstanceOf(Unreadable.class);
    }

    @Test
    void anAnswerWithoutAnAllowInItsFieldNeverReadsAsAllow() throws IOException {
        List<String> texts =
                corpus().stream()
                        .filter(golden -> !golden.expected().equals("ALLOW"))
                        .map(Golden::text)
                        .toList();
        long seed = 20_261_121;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 4_000; i++) {
            String text = mutated(texts.get(random.nextInt(texts.size())), random);
            if (AnswerParser.read(text) instanceof Read read
                    && read.answer().decision() == Effect.ALLOW) {
                assertThat(text).as("seed %d, case %d", seed, i).containsIgnoringCase("allow");
            }
        }
    }

    private static String mutated(String text, SplittableRandom random) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default ->
                    text.substring(0, at)
                            + "{}\"\n:*".charAt(random.nextInt(6))
                            + text.substring(at);
        };
    }

    private static Answer.Reference reference(String id) {
        return new Answer.Reference(id, Optional.empty());
    }

    private static List<Golden> corpus() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(AnswerParserTest.class.getResourceAsStream("answers.txt"))) {
            String all = new String(file.readAllBytes(), UTF_8);
            return Arrays.stream(all.split("(?m)^=== ", -1))
                    .skip(1)
                    .map(AnswerParserTest::golden)
                    .toList();
        }
    }

    private static Golden golden(String block) {
        int end = block.indexOf('\n');
        String[] title = block.substring(0, end).split(" => ", 2);
        return new Golden(title[0], title[1], block.substring(end + 1));
    }
}
