package io.praetor.learning;

import io.praetor.log.ChainedRecord;
import io.praetor.log.DecisionLog;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.Particulars;
import io.praetor.log.RecordCodec;
import io.praetor.patterns.features.ProfileReader;
import io.praetor.patterns.mining.Confirmation;
import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.review.Review;
import io.praetor.review.ReviewerId;
import io.praetor.review.Verdict.Accepted;
import io.praetor.review.Verdict.Corrected;
import io.praetor.rules.RuleEngine;
import io.praetor.rules.RuleOutcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads reviews as confirmations under one policy set: situations as its rules see them today.
 *
 * <p>What a suite asked, what was erased, what the rules settle alone today, and what rested on
 * clauses that read otherwise then, confirms nothing.
 */
final class Confirming {
    private final RuleEngine rules;
    private final ProfileReader reader;
    private final DecisionLog log;
    private final Function<String, Optional<PolicySet>> policies;

    /**
     * @param policies earlier versions by their hash
     */
    Confirming(
            RuleEngine rules,
            ProfileReader reader,
            DecisionLog log,
            Function<String, Optional<PolicySet>> policies) {
        this.rules = rules;
        this.reader = reader;
        this.log = log;
        this.policies = policies;
    }

    /** What one review says by itself. */
    Optional<Confirmation> by(Review review) {
        return record(review).flatMap(record -> confirmation(record, review));
    }

    /**
     * What all reviews of one record come to: the newest of each reviewer counts, and more than
     * half of them have to agree on the effect.
     */
    Optional<Confirmation> settled(Collection<Review> ofOneRecord) {
        Map<ReviewerId, Review> newest = new HashMap<>();
        ofOneRecord.forEach(
                each ->
                        newest.merge(
                                each.reviewer(),
                                each,
                                (one, other) -> other.at().isBefore(one.at()) ? one : other));
        return ofOneRecord.stream()
                .findFirst()
                .flatMap(this::record)
                .flatMap(record -> majority(record, newest.values()))
                .flatMap(this::by);
    }

    private static Optional<Review> majority(DecisionRecord record, Collection<Review> reviews) {
        Map<Effect, Review> last = new HashMap<>();
        Map<Effect, Integer> votes = new HashMap<>();
        for (Review each : reviews) {
            Effect effect = each.verdict().effectAfter(record.resolved());
            votes.merge(effect, 1, Integer::sum);
            last.merge(effect, each, (one, other) -> other.at().isBefore(one.at()) ? one : other);
        }
        return votes.entrySet().stream()
                .filter(vote -> 2 * vote.getValue() > reviews.size())
                .findFirst()
                .map(vote -> last.get(vote.getKey()));
    }

    private Optional<DecisionRecord> record(Review review) {
        return log.find(review.record())
                .map(ChainedRecord::record)
                .map(RecordCodec::decode)
                .flatMap(
                        entry ->
                                entry instanceof DecisionRecord decision
                                        ? Optional.of(decision)
                                        : Optional.empty())
                .filter(record -> record.trial().isEmpty())
                .filter(record -> record.policy().id().equals(rules.policy().header().id()));
    }

    private Optional<Confirmation> confirmation(DecisionRecord record, Review review) {
        if (record.particulars().isEmpty() || !readsTheSame(record)) {
            return Optional.empty();
        }
        Particulars said = record.particulars().get();
        RuleOutcome today = rules.evaluate(said.situation());
        return atLeast(today.evaluation())
                .map(
                        effect ->
                                new Confirmation(
                                        review.id().toString(),
                                        record.id().value(),
                                        review.at(),
                                        reader.read(
                                                said.situation(), today.evaluation(), today.risk()),
                                        effect,
                                        review.verdict().effectAfter(record.resolved()),
                                        clauses(review, record)));
    }

    /** What no answer is weaker than; empty where the rules settle it. */
    private Optional<Effect> atLeast(Evaluation today) {
        return switch (today) {
            case Evaluation.Applicable said when said.isConclusive() -> Optional.empty();
            case Evaluation.Applicable said -> Optional.of(said.effect());
            case Evaluation.NotApplicable() ->
                    Optional.of(rules.policy().fallbacks().uncoveredWeakest());
            case Evaluation.Indeterminate said ->
                    Optional.of(said.atLeast().strictest(Effect.REQUIRE_ATTESTATION));
        };
    }

    private static List<ClauseId> clauses(Review review, DecisionRecord record) {
        return switch (review.verdict()) {
            case Accepted() -> record.clauses();
            case Corrected corrected -> corrected.citations().orElse(record.clauses());
        };
    }

    private boolean readsTheSame(DecisionRecord record) {
        if (record.policy().hash().equals(rules.policy().header().hash())) {
            return true;
        }
        Map<ClauseId, Clause> now = rules.policy().clauses();
        return policies.apply(record.policy().hash())
                .map(PolicySet::clauses)
                .map(then -> record.clauses().stream().allMatch(id -> isSame(then, now, id)))
                .orElse(false);
    }

    private static boolean isSame(
            Map<ClauseId, Clause> then, Map<ClauseId, Clause> now, ClauseId id) {
        Clause before = then.get(id);
        Clause after = now.get(id);
        return before != null
                && after != null
                && before.text().equals(after.text())
                && before.tier() == after.tier();
    }
}
