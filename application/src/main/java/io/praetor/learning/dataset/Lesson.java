package io.praetor.learning.dataset;

import io.praetor.log.Hash;
import io.praetor.log.RecordId;
import io.praetor.review.ReviewId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one reviewed record teaches.
 *
 * @param situation as a tree of JSON values
 * @param sort cases of one sort teach the same thing; with the confirmed decision, the signature
 * @param related names that must not stand on both sides of a split: actor and session
 * @param decided empty where an imported label means nothing
 * @param reviews that confirmed it, oldest first
 * @param note why, in the reviewer's words
 */
public record Lesson(
        RecordId record,
        Hash recordHash,
        Instant at,
        String version,
        Map<String, @Nullable Object> situation,
        String sort,
        Set<String> related,
        Optional<Told> decided,
        Told confirmed,
        List<ReviewId> reviews,
        Optional<String> note) {
    public Lesson {
        related = Set.copyOf(related);
        reviews = List.copyOf(reviews);
    }

    /** Whether reviewers changed anything. */
    public boolean isCorrection() {
        return !decided.equals(Optional.of(confirmed));
    }

    public boolean changesDecision() {
        return decided.map(Told::decision).filter(confirmed.decision()::equals).isEmpty();
    }

    /** A correction of reasoning alone counts as one; reasons that fell with a decision do not. */
    public boolean changesReasoning() {
        return !confirmed.reasoning().isEmpty()
                && decided.map(Told::reasoning).filter(confirmed.reasoning()::equals).isEmpty();
    }

    /** What the diversity of a set is counted in. */
    public String signature() {
        return sort + " " + confirmed.decision().label();
    }
}
