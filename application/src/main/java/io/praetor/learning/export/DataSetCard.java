package io.praetor.learning.export;

import io.praetor.learning.dataset.DataSet;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** The card of a data set: what it is, where it comes from, what must not be done with it. */
final class DataSetCard {
    private DataSetCard() {}

    static String of(DataSet set, Map<String, String> digests, Instant at) {
        DataSet.Count count = set.count();
        return """
               # Data set of reviewed decisions

               Exported %s. %d examples to train on, %d held out.

               - Source: decisions of Praetor, or imported ones, that people reviewed. `provenance/`
                 has a line for each row: the record, its chain hash, the reviews.
               - Names of persons and sessions are replaced by keyed hashes, in prose too where they
                 stand in a field. Other personal matters that prose tells are still there.
               - %d cases were reviewed. %d repeated another and were dropped, %d were one too many
                 of their kind. %d kinds are left, the largest is %.1f %% of all.
               - Held out is the newest part. It shares no actor and no session with the rest:
                 train on `train/` alone, report on `held-out/`.
               - An answer without a reasoning is one whose decision was corrected and for which
                 nobody wrote reasons.

               | file | SHA-256 |
               |---|---|
               %s"""
                .formatted(
                        at,
                        set.training().size(),
                        set.heldOut().size(),
                        count.reviewed(),
                        count.nearDuplicates(),
                        count.thinned(),
                        count.signatures(),
                        100 * count.largestShare(),
                        digests.entrySet().stream()
                                .map(it -> "| %s | `%s` |\n".formatted(it.getKey(), it.getValue()))
                                .collect(Collectors.joining()));
    }
}
