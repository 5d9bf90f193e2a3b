package io.praetor.app.cli;

import io.praetor.app.Patterns;
import io.praetor.app.Wiring;
import io.praetor.app.config.Config;
import io.praetor.decision.Recording.Recorded;
import io.praetor.decision.Released;
import io.praetor.log.Hash;
import io.praetor.log.RecordId;
import io.praetor.patterns.Pattern;
import io.praetor.policy.Effect;
import io.praetor.review.Reception;
import io.praetor.review.ReviewerId;
import io.praetor.review.Submission;
import io.praetor.review.Submission.Remarks;
import io.praetor.review.Verdict;
import io.praetor.rules.RuleEngine;
import io.praetor.situation.Admission;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.SituationReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The second half of the demo: reviews become a pattern, and the pattern answers. */
final class DemoLesson {
    /** What a pattern takes at least: eleven reviews to learn from and the rest to hold on. */
    private static final int REVIEWS = 15;

    private static final int MEMBERS = 3;
    private static final String PRICES = "change the price that the footer shows, ticket %d";
    private static final String YEAR = "set the year in the footer, ticket %d";

    /** What the script holds to be right for prices. */
    private static final Effect RIGHT = Effect.REQUIRE_ATTESTATION;

    /** No person, and named so wherever the reviews are shown. */
    private static final ReviewerId SCRIPT = new ReviewerId("demo:script");

    private static final String APPROVER = "demo script";

    private final Wiring wiring;
    private final Config config;
    private final SituationReader door = new SituationReader();

    /**
     * What came of it.
     *
     * @param reviewed what the script looked at
     * @param learnt the pattern that answers now
     * @param again the same sort of case, once more
     * @param other the same people and file, other words
     */
    record Learnt(List<Released> reviewed, List<Pattern> learnt, Released again, Released other) {
        Learnt {
            reviewed = List.copyOf(reviewed);
            learnt = List.copyOf(learnt);
        }

        /** In one line: the first decision, what was learnt of it, and the last ones. */
        String json() {
            JsonMapper mapper = JsonMapper.shared();
            ObjectNode lesson = mapper.createObjectNode();
            ObjectNode said =
                    lesson.putObject("lesson")
                            .put("reviewer", SCRIPT.value())
                            .put("reviews", reviewed.size());
            said.set("before", mapper.readTree(DecisionJsonText.of(reviewed.getFirst())));
            ArrayNode patterns = said.putArray("patterns");
            learnt.forEach(
                    each ->
                            patterns.addObject()
                                    .put("id", each.id().value())
                                    .put("description", each.description())
                                    .put("approved_by", each.standing().by()));
            said.set("after", mapper.readTree(DecisionJsonText.of(again)));
            said.set("other", mapper.readTree(DecisionJsonText.of(other)));
            return lesson.toString();
        }
    }

    DemoLesson(Wiring wiring, Config config) {
        this.wiring = wiring;
        this.config = config;
    }

    Learnt teach() {
        List<Released> reviewed =
                IntStream.range(0, REVIEWS).mapToObj(i -> decide(i, PRICES)).toList();
        reviewed.forEach(this::review);
        List<Pattern> learnt = mine();
        wiring.catchUp();
        Released again = decide(REVIEWS, PRICES);
        return new Learnt(reviewed, learnt, again, decide(REVIEWS, YEAR));
    }

    private Released decide(int number, String details) {
        String request =
                String.format(
                        Locale.ROOT,
                        """
                        {"action_type": "edit_file", "resource": "repo:web/src/footer.ts",
                         "actor_id": "user:dev%d", "actor_role": "developer",
                         "t3_tensor": {"competence": 0.9, "reliability": 0.9, "integrity": 0.9},
                         "details": "%s", "timestamp": "2026-03-10T12:%02d:00Z"}
                        """,
                        number % MEMBERS,
                        details.formatted(100 + number),
                        number);
        Situation situation =
                switch (door.read(request.getBytes(StandardCharsets.UTF_8), Instant.EPOCH)) {
                    case Admission.Admitted admitted -> admitted.situation();
                    case Admission.Refused refused ->
                            throw new IllegalStateException(refused.refusals().toString());
                };
        return wiring.decisions().decide(situation);
    }

    private void review(Released released) {
        if (!(released.recording() instanceof Recorded place)) {
            throw new IllegalStateException("a demo decision was not recorded");
        }
        Reception reception =
                wiring.reviews()
                        .desk()
                        .submit(
                                SCRIPT,
                                new Submission(
                                        RecordId.of(released.decision().id()),
                                        Hash.ofHex(place.hash()),
                                        verdict(released.decision().effect()),
                                        Remarks.NONE,
                                        false));
        if (!(reception instanceof Reception.Kept)) {
            throw new IllegalStateException("a demo review was not kept: " + reception);
        }
    }

    private static Verdict verdict(Effect decided) {
        return decided == RIGHT
                ? new Verdict.Accepted()
                : new Verdict.Corrected(
                        Optional.of(RIGHT),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    /** As {@code praetor patterns mine --approve} does it, beside the program that decides. */
    private List<Pattern> mine() {
        InstantSource clock = InstantSource.system();
        try (Patterns patterns = Patterns.open(config, wiring.log(), clock)) {
            patterns.serve(
                    wiring.policies().library().all().stream().map(RuleEngine::compile).toList());
            patterns.learning().mine(clock.instant(), _ -> {});
            return patterns.learning().approve(clock.instant(), APPROVER, "to show it").stream()
                    .filter(Pattern::isActive)
                    .toList();
        }
    }
}
