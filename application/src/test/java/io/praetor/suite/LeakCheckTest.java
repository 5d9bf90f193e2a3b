package io.praetor.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Effect;
import io.praetor.retrieval.Precedent;
import io.praetor.situation.Admission;
import io.praetor.situation.dialect.SituationReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeakCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String TOLD = "Three of the four witnesses share one landlord.";

    @Test
    void whatTheLibraryHoldsIsRefusedByName() {
        List<Precedent> library = List.of(precedent("landlord", request("deploy", TOLD)));

        check(library, Map.of(), scenario("landlord", request("read", "")), "the same id stands");
        check(
                library,
                Map.of(),
                scenario("a", request("read", "three of the FOUR witnesses -- share one landlord")),
                "the same prose stands");
        check(library, Map.of(), scenario("a", request("read", TOLD + " And one more.")), "");
    }

    @Test
    void aCaseWithoutProseLeaksOnlyAsAWhole() {
        List<Precedent> library = List.of(precedent("bare", request("deploy", "")));

        check(library, Map.of(), scenario("a", request("deploy", "")), "the same case stands");
        check(library, Map.of(), scenario("a", request("commit", "")), "");
    }

    @Test
    void whatAPromptSaysIsRefusedByName() {
        Map<String, String> prompts =
                Map.of("few-shot", "Example three-landlords. Situation: " + TOLD + " Answer: deny");

        check(List.of(), prompts, scenario("a", request("read", TOLD)), "its prose stands");
        check(
                List.of(),
                prompts,
                scenario("three-landlords", request("read", "")),
                "its id stands");
        check(List.of(), prompts, scenario("example", request("read", "Answer: deny")), "");
    }

    private static void check(
            List<Precedent> library, Map<String, String> prompts, Scenario asked, String what) {
        List<Leak> leaks = new LeakCheck(library, prompts, NOW).among(List.of(asked));
        String where = library.isEmpty() ? "few-shot" : library.getFirst().id();
        assertThat(leaks)
                .isEqualTo(what.isEmpty() ? List.of() : List.of(new Leak(asked.id(), where, what)));
    }

    private static Map<String, Object> request(String action, String details) {
        return details.isEmpty()
                ? Map.of("action_type", action, "actor_id", "user:a")
                : Map.of("action_type", action, "actor_id", "user:a", "details", details);
    }

    private static Scenario scenario(String id, Map<String, Object> request) {
        return new Scenario(
                id,
                id,
                new Scenario.Request.Parsed(Map.copyOf(request)),
                Effect.DENY,
                Set.of(),
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
    }

    private static Precedent precedent(String id, Map<String, Object> request) {
        Admission.Admitted admitted = (Admission.Admitted) new SituationReader().read(request, NOW);
        return new Precedent(
                "precedent." + id,
                Optional.empty(),
                "deploy",
                admitted.situation(),
                Effect.DENY,
                List.of(),
                List.of(),
                "",
                "1");
    }
}
