package io.praetor.patterns.life;

import io.praetor.patterns.Pattern;
import io.praetor.patterns.PatternContent;
import io.praetor.patterns.PatternLibrary;
import io.praetor.patterns.PatternOpinion;
import io.praetor.patterns.Profile;
import io.praetor.patterns.features.ProfileReader;
import io.praetor.patterns.matching.PatternIndex;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Obligation;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The patterns that answer under one policy set. Immutable and thread-safe.
 *
 * <p>Where several cover a situation the strictest answers, and of equally strict ones the best
 * borne out.
 */
public final class ConfirmedPatterns implements PatternLibrary {
    /** So many reviews are named where a pattern answers; all of them are kept with it. */
    private static final int REVIEWS_SHOWN = 3;

    private final ProfileReader reader;
    private final PatternIndex index;
    private final Ageing ageing;
    private final String version;

    /**
     * @param patterns those that are not active are left out
     */
    public ConfirmedPatterns(ProfileReader reader, Collection<Pattern> patterns, Ageing ageing) {
        this.reader = reader;
        this.ageing = ageing;
        List<Pattern> active = patterns.stream().filter(Pattern::isActive).toList();
        index = new PatternIndex(active);
        version = PatternContent.version(active.stream().map(Pattern::id).toList());
    }

    /** Changes with every pattern that starts or stops to answer; {@code none} without any. */
    public String version() {
        return version;
    }

    @Override
    public Optional<PatternOpinion> consult(
            Situation situation, Evaluation byRules, RiskLevel risk) {
        List<Pattern> covering = covering(reader.read(situation, byRules, risk));
        Pattern chosen = null;
        double bound = 0;
        for (Pattern each : covering) {
            double confidence = ageing.confidence(each.evidence(), situation.at());
            boolean answers = confidence >= each.needed();
            if (answers && (chosen == null || isBefore(each, confidence, chosen, bound))) {
                chosen = each;
                bound = confidence;
            }
        }
        return chosen == null ? Optional.empty() : Optional.of(opinion(chosen, bound));
    }

    /** Every active pattern that covers a profile, aged or not. */
    public List<Pattern> covering(Profile profile) {
        return index.covering(profile);
    }

    private static boolean isBefore(Pattern one, double oneBound, Pattern other, double bound) {
        if (one.effect() != other.effect()) {
            return one.effect().isStricterThan(other.effect());
        }
        return oneBound != bound
                ? oneBound > bound
                : one.id().value().compareTo(other.id().value()) < 0;
    }

    private static PatternOpinion opinion(Pattern pattern, double bound) {
        return new PatternOpinion(
                pattern.id(),
                new Evaluation.Applicable(
                        pattern.effect(),
                        Set.of(),
                        pattern.clauses(),
                        List.of(),
                        obligations(pattern.effect(), pattern.clauses().getFirst()),
                        List.of(reason(pattern, bound)),
                        bound));
    }

    private static String reason(Pattern pattern, double bound) {
        List<String> reviews = pattern.evidence().reviews();
        int more = pattern.evidence().validations() - Math.min(reviews.size(), REVIEWS_SHOWN);
        return String.format(
                Locale.ROOT,
                "reviewers confirmed %s for such a case (pattern %s, bound %.3f, reviews %s%s)",
                pattern.effect().label(),
                pattern.id(),
                bound,
                String.join(", ", reviews.subList(0, Math.min(reviews.size(), REVIEWS_SHOWN))),
                more > 0 ? " and %d more".formatted(more) : "");
    }

    private static List<Obligation> obligations(Effect effect, ClauseId clause) {
        return switch (effect) {
            case ALLOW, DENY -> List.of();
            case REQUIRE_MFA -> List.of(new Obligation.SecondFactor(clause));
            case REQUIRE_ATTESTATION ->
                    List.of(
                            new Obligation.Attestation(
                                    clause,
                                    Obligation.Attester.PEER,
                                    1,
                                    Optional.of("what reviewers ask for in such a case")));
        };
    }

    /** Whether the pattern would answer at an instant. */
    public boolean answers(Pattern pattern, Instant at) {
        return pattern.isActive() && ageing.answers(pattern, at);
    }
}
