package io.praetor.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.praetor.learning.dataset.LessonReader;
import io.praetor.log.RecordId;
import io.praetor.log.export.Pseudonyms;
import io.praetor.policy.Effect;
import io.praetor.review.Reviewing;
import io.praetor.review.Reviewing.Facts;
import io.praetor.review.Verdict;
import io.praetor.situation.RiskLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A reviewed log, large or small. */
public final class Lessons {
    private static final List<Effect> DECIDED =
            List.of(Effect.ALLOW, Effect.REQUIRE_MFA, Effect.REQUIRE_ATTESTATION);

    private Lessons() {}

    /** As many cases as asked, of twelve kinds by as many actors, each with its verdict. */
    public static void review(Reviewing reviewing, int cases, Verdict verdict) {
        for (int index = 0; index < cases; index++) {
            Facts facts =
                    Facts.PLAIN
                            .by("user:actor" + index % 40)
                            .doing("action" + index % 12 + "_" + index)
                            .decided(DECIDED.get(index % DECIDED.size()));
            RecordId record = reviewing.record(facts);
            reviewing.pass(Duration.ofMinutes(1));
            reviewing.says("user:rita", record, verdict);
        }
    }

    public static LessonReader reader(Reviewing reviewing) {
        return new LessonReader(
                reviewing.log,
                _ -> Optional.empty(),
                new Pseudonyms("k".repeat(16).getBytes(UTF_8)));
    }

    /** Another decision, with reasons. */
    public static Verdict rather(Effect effect, String reasoning) {
        return new Verdict.Corrected(
                Optional.of(effect),
                Optional.of(reasoning),
                Optional.empty(),
                Optional.of(RiskLevel.HIGH),
                Optional.empty(),
                Optional.empty());
    }
}
