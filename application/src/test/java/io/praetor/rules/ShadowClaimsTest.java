package io.praetor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.ConditionParser;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.RuleId;
import io.praetor.policy.reading.PolicyReader;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import io.praetor.testing.TestSituations;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A rule that the reader warns of as idle settles no situation of a small world. */
class ShadowClaimsTest {
    private static final Pattern CLAIM =
            Pattern.compile("rule `(r\\d+)` (can never fire|never decides)");
    private static final String HEAD =
            """
            policy: shadows
            version: 1
            reason: a test
            clauses: {c: {text: One., tier: low}}
            families: {f: {risk: low, actions: [read, write]}}
            default: {effect: deny, clause: c}
            sections:
            """;

    @Test
    void idleRulesSettleNothing() {
        long seed = 20261121;
        Random random = new Random(seed);
        PolicyReader reader = new PolicyReader(new ConditionParser());
        List<Situation> world = world();
        int claims = 0;
        for (int round = 0; round < 40; round++) {
            String text = HEAD + section(random, round % 2 == 0 ? "first-match" : "deny-overrides");
            if (reader.read(new PolicySource("p", text))
                    instanceof PolicyReading.Accepted(PolicySet policy, var warnings)) {
                Set<RuleId> idle =
                        warnings.stream()
                                .map(warning -> CLAIM.matcher(warning.message()))
                                .filter(Matcher::find)
                                .map(claim -> new RuleId(claim.group(1)))
                                .collect(Collectors.toSet());
                claims += idle.size();
                RuleEngine engine = RuleEngine.compile(policy);
                Set<RuleId> settling =
                        world.stream()
                                .flatMap(situation -> settling(engine, situation).stream())
                                .collect(Collectors.toSet());
                assertThat(settling)
                        .as("seed %d round %d: %s", seed, round, text)
                        .noneMatch(idle::contains);
            }
        }
        assertThat(claims).isGreaterThan(30);
    }

    private static List<RuleId> settling(RuleEngine engine, Situation situation) {
        return engine.evaluate(situation).evaluation() instanceof Evaluation.Applicable said
                ? said.rules()
                : List.of();
    }

    private static List<Situation> world() {
        List<Situation> world = new ArrayList<>();
        for (String action : List.of("read", "write")) {
            for (String actor : List.of("user:a", "bot:a")) {
                for (String resource : List.of("", "env:prod", "env:prod/a", "db:a")) {
                    for (double trust : new double[] {-1, .3, .5, .9}) {
                        TestSituations situation =
                                TestSituations.of(action).actor(actor).resource(resource);
                        TestSituations trusted = trust < 0 ? situation : situation.trust(trust);
                        world.add(trusted.build());
                        world.add(trusted.role("x").risk(RiskLevel.HIGH).build());
                        world.add(trusted.role("y").risk(RiskLevel.LOW).build());
                    }
                }
            }
        }
        return world;
    }

    private static String section(Random random, String combine) {
        StringBuilder text =
                new StringBuilder("  - id: s\n    combine: %s\n    rules:\n".formatted(combine));
        for (int i = 0; i < 8; i++) {
            text.append("      - {id: r").append(i).append(", clause: c");
            maybe(text, random, "actions", "[read]", "[write]", "[read, write]", "[\"family:f\"]");
            maybe(text, random, "roles", "[x]", "[y]", "[x, y]");
            maybe(text, random, "kinds", "[bot]", "[human]", "[bot, human]");
            maybe(text, random, "resources", "[\"env:**\"]", "[\"env:prod\"]", "[\"env:*\"]");
            maybe(text, random, "trust", "0.3", "0.5", "{below: 0.5}", "{below: 0.9}");
            maybe(text, random, "when", "'context.risk == \"high\"'", "'context.risk == \"low\"'");
            String effect = List.of("allow", "require_mfa", "deny").get(random.nextInt(3));
            text.append(", effect: ").append(effect).append("}\n");
        }
        return text.toString();
    }

    private static void maybe(StringBuilder text, Random random, String key, String... values) {
        if (random.nextInt(3) == 0) {
            text.append(", ").append(key).append(": ");
            text.append(values[random.nextInt(values.length)]);
        }
    }
}
