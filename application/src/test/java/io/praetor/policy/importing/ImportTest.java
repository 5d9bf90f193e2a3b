package io.praetor.policy.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.ConditionParser;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySource;
import io.praetor.policy.Samples;
import io.praetor.policy.reading.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImportTest {
    private static final ConditionParser PARSER = new ConditionParser();
    private static final Path POLICIES = Path.of("../policies");
    private static final String HARDBOUND = Samples.text("importing/hardbound.json");

    @Test
    void theShippedLawIsWhatImportingTheReferenceGives() throws IOException {
        String law = Files.readString(POLICIES.resolve("reference/web4-default-law.json"));
        assertThat(web4(law, "web4-default-law.json"))
                .isEqualTo(
                        new ImportReading.Imported(
                                Files.readString(POLICIES.resolve("web4-default-law.yaml"))));
    }

    @Test
    void aRuleListBecomesAFirstMatchSection() {
        String yaml = Samples.text("importing/hardbound.yaml");
        assertThat(hardbound(HARDBOUND)).isEqualTo(new ImportReading.Imported(yaml));
        assertThat(new PolicyReader(PARSER).read(new PolicySource("hardbound.yaml", yaml)))
                .isInstanceOfSatisfying(
                        PolicyReading.Accepted.class,
                        accepted -> assertThat(accepted.warnings()).isEmpty());
    }

    @Test
    void aListMayStandWithoutItsObject() {
        String list = HARDBOUND.substring(HARDBOUND.indexOf('['), HARDBOUND.lastIndexOf(']') + 1);
        assertThat(hardbound(list)).isEqualTo(hardbound(HARDBOUND));
    }

    @Test
    void approvalsAndBoundsOfALawAreKept() {
        String yaml =
                ((ImportReading.Imported)
                                web4(
                                        """
                                        {"rules": {
                                          "wipe": {"action_type": "wipe", "allowed_roles": ["a"],
                                            "trust_threshold": 0.25, "atp_cost": 1.5,
                                            "approval": "multi_sig", "approval_count": 3},
                                          "sweep": {"action_type": "sweep", "allowed_roles": ["a"],
                                            "trust_threshold": 1, "atp_cost": 0,
                                            "approval": "multi_sig"},
                                          "nap": {"action_type": "nap", "allowed_roles": [],
                                            "trust_threshold": 0, "atp_cost": 0},
                                          "walk": {"action_type": "walk", "allowed_roles": ["a"],
                                            "trust_threshold": 0, "atp_cost": 0,
                                            "approval": "peer", "approval_count": 2}},
                                         "min_expiry_hours": 200, "max_expiry_hours": 300}
                                        """,
                                        "x/team law.json"))
                        .yaml();
        assertThat(yaml)
                .contains("policy: team-law\n")
                .contains("approvals: {expiry-hours: 200}")
                .contains("# Left out: nobody may do nap.\n")
                .contains("trust: 0.25\n        atp: 1.5\n        approval: {by: admin, count: 3}")
                .contains("trust: 1\n        approval: {by: admin, count: 2}")
                .contains("roles: [a]\n        approval: {by: peer, count: 2}")
                .doesNotContain("law.nap");
        assertThat(new PolicyReader(PARSER).read(new PolicySource("p", yaml)))
                .isInstanceOf(PolicyReading.Accepted.class);
    }

    /** Whatever a source says: it is refused, or what comes out is a policy. */
    @Test
    void whatIsImportedCanBeRead() throws IOException {
        long seed = 20261121;
        Random random = new Random(seed);
        String law = Files.readString(POLICIES.resolve("reference/web4-default-law.json"));
        int imported = 0;
        for (int i = 0; i < 200; i++) {
            String text = mutated(i % 2 == 0 ? HARDBOUND : law, random);
            ImportReading reading = i % 2 == 0 ? hardbound(text) : web4(text, "law.json");
            if (reading instanceof ImportReading.Imported(String yaml)) {
                imported++;
                assertThat(new PolicyReader(PARSER).read(new PolicySource("p", yaml)))
                        .as("seed %d round %d: %s", seed, i, text)
                        .isInstanceOf(PolicyReading.Accepted.class);
            }
        }
        assertThat(imported).isBetween(10, 190);
    }

    private static String mutated(String text, Random random) {
        List<String> scraps =
                List.of(
                        "0",
                        "-1",
                        "7",
                        "\"x y\"",
                        "[]",
                        "null",
                        "deny",
                        "family:a",
                        "\\u0007",
                        "*");
        String[] tokens = text.split("(?<=[^A-Za-z0-9_.])|(?=[^A-Za-z0-9_.])", -1);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(tokens.length);
            tokens[at] =
                    random.nextBoolean()
                            ? tokens[random.nextInt(tokens.length)]
                            : tokens[at] + scraps.get(random.nextInt(scraps.size()));
        }
        return String.join("", tokens);
    }

    static ImportReading web4(String json, String file) {
        return Web4LawImporter.read(new PolicySource(file, json));
    }

    static ImportReading hardbound(String json) {
        return hardbound(json, "hardbound.json");
    }

    static ImportReading hardbound(String json, String file) {
        return HardboundImporter.read(new PolicySource(file, json), PARSER);
    }

    static List<String> problems(ImportReading reading) {
        return switch (reading) {
            case ImportReading.Imported _ -> List.of("imported");
            case ImportReading.Refused(var problems) ->
                    problems.stream().map(PolicyProblem::toString).toList();
        };
    }
}
