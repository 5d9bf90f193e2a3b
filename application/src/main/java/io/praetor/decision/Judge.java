package io.praetor.decision;

import io.praetor.policy.Effect;
import io.praetor.policy.PolicySet;
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
        PolicySet policy = version.rules().policy();
        Situation situation = Introduction.of(counted, policy.directory());
        long start = nanoTicker.getAsLong();
        RuleOutcome rules = version.rules().evaluate(situation);
        Timing timing = new Timing((nanoTicker.getAsLong() - start) / NANOS_PER_MICRO, 0, 0);

        Trail trail = new Trail(rules, Optional.empty(), Optional.empty());
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
