package io.praetor.governance.control;

import io.praetor.governance.Family;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.Version;
import io.praetor.governance.VersionStore;
import io.praetor.rollout.family.FamilyState;
import io.praetor.rollout.family.FamilyStatus;
import io.praetor.rollout.family.Genesis;
import io.praetor.rollout.family.Ruling;
import java.time.InstantSource;
import java.util.Optional;

/** Creates families, which only a person does. Thread-safe. */
public record Founding(VersionStore store, InstantSource clock) {
    /** What became of it. */
    public sealed interface Answer {
        record Founded(FamilyRecord record) implements Answer {}

        /**
         * @param why there cannot be this family beside those there are
         */
        record Refused(String why) implements Answer {}
    }

    /**
     * @param shipped the version that acts first; it was accepted outside of this record
     * @param suiteReport SHA-256 of the report of the shipped suite
     * @param person who creates it and answers for it
     */
    public Answer found(Family family, Version shipped, String suiteReport, String person) {
        if (shipped.parent().isPresent() || !shipped.family().equals(family.id())) {
            throw new IllegalArgumentException(
                    "the first version of a family has no parent and is of that family");
        }
        Optional<String> tie =
                store.families().stream()
                        .filter(it -> it.state().heads().status() != FamilyStatus.DEPRECATED)
                        .filter(it -> !it.family().id().equals(family.id()))
                        .flatMap(it -> tie(family, it.family()).stream())
                        .findFirst();
        if (tie.isPresent()) {
            return new Answer.Refused(tie.get());
        }
        FamilyState founded = FamilyState.founded(family.id(), family.riskTier(), family.owner());
        Ruling.Changed genesis =
                Genesis.of(founded, shipped.id(), person, suiteReport, clock.instant());
        if (!store.found(family, shipped, genesis)) {
            return new Answer.Refused("there is a family `%s` already".formatted(family.id()));
        }
        return new Answer.Founded(store.family(family.id()).orElseThrow());
    }

    private static Optional<String> tie(Family one, Family other) {
        return one.assignment()
                .tieWith(other.assignment())
                .map(
                        shared ->
                                "family `%s` is for %s already; neither would come first"
                                        .formatted(other.id(), shared));
    }
}
