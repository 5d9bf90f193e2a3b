package io.praetor.decision;

import io.praetor.patterns.PatternOpinion;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.reasoning.Opinion;
import io.praetor.reasoning.Question;
import io.praetor.rules.RuleOutcome;
import io.praetor.situation.Situation;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Judges a situation under a version: evaluate, resolve, discharge. Records and releases nothing,
 * so searches, suites and replays use it as it is. Thread-safe.
 */
public final class Judge {
    private static final long NANOS_PER_MICRO = 1_000;

    private final ConfidenceFloors floors;
    private final LongSupplier nanoTicker;

    /**
     * @param nanoTicker a monotonic clock in nanoseconds, for the timing only
     */
    public Judge(ConfidenceFloors floors, LongSupplier nanoTicker) {
        this.floors = floors;
        this.nanoTicker = nanoTicker;
    }

    /**
     * @param counted with its counters in place
     */
    public Judgement judge(Situation counted, ActingVersion version) {
        Situation situation = introduced(counted, version);
        long start = nanoTicker.getAsLong();
        RuleOutcome rules = version.rules().evaluate(situation);
        long ruled = nanoTicker.getAsLong();
        Optional<PatternOpinion> pattern = byPattern(situation, rules, version);
        long matched = nanoTicker.getAsLong();
        Trail trail =
                new Trail(
                        rules,
                        pattern,
                        needsReasoning(rules, pattern, version.authority())
                                ? byReasoning(situation, rules, version)
                                : Optional.empty());
        Timing timing =
                new Timing(
                        (ruled - start) / NANOS_PER_MICRO,
                        (matched - ruled) / NANOS_PER_MICRO,
                        (nanoTicker.getAsLong() - matched) / NANOS_PER_MICRO);
        return resolved(situation, version, trail, timing);
    }

    /**
     * Judges again with what patterns and reasoning said at the time; only the rules are asked.
     *
     * @param then as it was recorded
     */
    public Judgement rejudge(Situation counted, ActingVersion version, Trail then) {
        Situation situation = introduced(counted, version);
        RuleOutcome rules = version.rules().evaluate(situation);
        Trail trail = new Trail(rules, then.pattern(), then.reasoning());
        return resolved(situation, version, trail, new Timing(0, 0, 0));
    }

    private static Situation introduced(Situation counted, ActingVersion version) {
        return Introduction.of(counted, version.rules().policy().directory());
    }

    private static Optional<PatternOpinion> byPattern(
            Situation situation, RuleOutcome rules, ActingVersion version) {
        boolean isAsked =
                leavesRoom(rules) && version.authority().consulted().contains(Evaluator.PATTERN);
        return isAsked
                ? version.patterns().consult(situation, rules.evaluation(), rules.risk())
                : Optional.empty();
    }

    /** A pattern that binds has answered; reasoning would only cost time. */
    private static boolean needsReasoning(
            RuleOutcome rules, Optional<PatternOpinion> pattern, Authority authority) {
        boolean isAnswered = pattern.isPresent() && authority.binds(Evaluator.PATTERN);
        return leavesRoom(rules)
                && !isAnswered
                && authority.consulted().contains(Evaluator.REASONING);
    }

    private static Optional<Opinion> byReasoning(
            Situation situation, RuleOutcome rules, ActingVersion version) {
        PolicySet policy = version.rules().policy();
        return version.reasoner()
                .map(
                        reasoner ->
                                reasoner.reason(
                                        new Question(
                                                situation,
                                                rules.evaluation(),
                                                rules.risk(),
                                                policy)));
    }

    private static boolean leavesRoom(RuleOutcome rules) {
        return !(rules.evaluation() instanceof Evaluation.Applicable said && said.isConclusive());
    }

    private Judgement resolved(
            Situation situation, ActingVersion version, Trail trail, Timing timing) {
        PolicySet policy = version.rules().policy();
        Resolution resolution =
                new Resolver(policy.fallbacks(), floors).resolve(version.authority(), trail);
        List<Discharge> discharges =
                resolution.obligations().isEmpty()
                        ? List.of()
                        : new Discharging(situation, policy.approvalExpiry())
                                .of(resolution.obligations());
        Effect effect = Discharging.stepDown(resolution.effect(), discharges);
        return new Judgement(situation, version, effect, resolution, discharges, trail, timing);
    }
}
