package io.praetor.serving.review;

import io.praetor.log.Hash;
import io.praetor.log.RecordId;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.review.Disagreement;
import io.praetor.review.Review.Looking;
import io.praetor.review.Submission;
import io.praetor.review.Submission.Remarks;
import io.praetor.review.Verdict;
import io.praetor.situation.RiskLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads a review that is handed in from what was asked; every door's forms end here. */
public final class SubmissionReading {
    /** Every member there may be. */
    public static final Set<String> NAMES =
            Set.of(
                    "record",
                    "hash",
                    "verdict",
                    "decision",
                    "reasoning",
                    "classification",
                    "risk",
                    "citations",
                    "kind",
                    "note",
                    "explanation_score",
                    "advice_helped",
                    "took_millis",
                    "revises",
                    Reviewers.FIELD);

    /** The door's limit for one text. */
    private static final int REASONING_MAX = 16_000;

    private static final int NAME_MAX = 200;
    private static final int CITATIONS_MAX = 50;

    /** Who takes longer left the screen open. */
    private static final long TOOK_MILLIS_MAX = Duration.ofHours(8).toMillis();

    private SubmissionReading() {}

    /** What a verdict is called on the wire. */
    private enum Said {
        ACCEPTED,
        CORRECTED
    }

    /** Empty where something is missing or wrong; then {@code asked} says what. */
    public static Optional<Submission> of(Asked asked) {
        Optional<RecordId> record = QueueEndpoints.required(asked);
        Optional<Hash> hash = hash(asked);
        Optional<Verdict> verdict = verdict(asked);
        Remarks remarks = remarks(asked);
        boolean revises = asked.flag("revises").orElse(false);
        return record.isEmpty() || hash.isEmpty() || verdict.isEmpty() || !asked.isSound()
                ? Optional.empty()
                : Optional.of(
                        new Submission(record.get(), hash.get(), verdict.get(), remarks, revises));
    }

    private static Optional<Hash> hash(Asked asked) {
        Optional<String> text = asked.text("hash", Hash.BYTES * 2);
        if (text.filter(hex -> hex.matches("[0-9a-f]{64}")).isEmpty()) {
            asked.refuse("hash", "is not the record's chain hash: 64 lower-case hex digits");
            return Optional.empty();
        }
        return text.map(Hash::ofHex);
    }

    private static Optional<Verdict> verdict(Asked asked) {
        Optional<Said> said = asked.label("verdict", Said.class);
        Optional<Effect> decision = asked.label("decision", Effect.class);
        Optional<String> reasoning = asked.text("reasoning", REASONING_MAX);
        Optional<String> classification = asked.text("classification", NAME_MAX);
        Optional<RiskLevel> risk = asked.label("risk", RiskLevel.class);
        Optional<List<ClauseId>> citations =
                asked.words("citations", CITATIONS_MAX, NAME_MAX)
                        .map(ids -> ids.stream().map(ClauseId::new).toList());
        Optional<Disagreement> kind = asked.label("kind", Disagreement.class);
        boolean isEmpty =
                decision.isEmpty()
                        && reasoning.isEmpty()
                        && classification.isEmpty()
                        && risk.isEmpty()
                        && citations.isEmpty()
                        && kind.isEmpty();
        if (!asked.isSound()) {
            return Optional.empty();
        }
        if (said.isEmpty()) {
            asked.refuse("verdict", "is missing: `accepted` or `corrected`");
            return Optional.empty();
        }
        if (isEmpty != (said.get() == Said.ACCEPTED)) {
            asked.refuse(
                    "verdict",
                    isEmpty
                            ? "a correction says what is wrong: decision, reasoning,"
                                    + " classification, risk, citations or kind"
                            : "what is accepted is not corrected too; say `corrected`");
            return Optional.empty();
        }
        return Optional.of(
                isEmpty
                        ? Verdict.ACCEPTED
                        : new Verdict.Corrected(
                                decision, reasoning, classification, risk, citations, kind));
    }

    private static Remarks remarks(Asked asked) {
        OptionalLong took = asked.number("took_millis", 0, TOOK_MILLIS_MAX);
        return new Remarks(
                asked.text("note", Looking.NOTE_LENGTH_MAX),
                asked.count("explanation_score", 1, 5),
                asked.flag("advice_helped"),
                took.isPresent()
                        ? Optional.of(Duration.ofMillis(took.getAsLong()))
                        : Optional.empty());
    }
}
