package io.praetor.rollout.life;

import io.praetor.rollout.comparison.PairedTest;
import io.praetor.rollout.credibility.Credibility;
import io.praetor.rollout.credibility.EvidenceWindow;
import io.praetor.rollout.credibility.Thresholds;
import io.praetor.rollout.watch.Finding;
import io.praetor.rollout.watch.VersionWatch;
import java.util.List;
import java.util.Optional;

/** The gates that read a version's watch: credibility, comparison, and causes to act on. */
public final class WatchGates {
    private WatchGates() {}

    /** Passed when the score was at the threshold for as long as promotion asks, and is not old. */
    public static GateOutcome credibility(VersionWatch watch, Thresholds thresholds) {
        Optional<Credibility> latest = watch.latest();
        if (latest.isEmpty()) {
            return GateOutcome.unknown(Gate.CREDIBILITY);
        }
        Credibility now = latest.get();
        double limit = thresholds.promote();
        Answer answer = Answer.INCONCLUSIVE;
        if (watch.streaks().isPromotable() && !watch.staleness().isStale()) {
            answer = Answer.PASSED;
        } else if (now.score() < limit && now.episodes() >= EvidenceWindow.CAPACITY) {
            answer = Answer.FAILED;
        }
        return GateOutcome.of(Gate.CREDIBILITY, answer, now.point(), now.score(), limit);
    }

    /**
     * @param evidenceMin the candidate's share of the family's alpha, as evidence
     */
    public static GateOutcome comparison(PairedTest test, double evidenceMin) {
        Answer answer = Answer.INCONCLUSIVE;
        if (test.evidenceFor() >= evidenceMin) {
            answer = Answer.PASSED;
        } else if (test.evidenceAgainst() >= evidenceMin) {
            answer = Answer.FAILED;
        }
        return GateOutcome.of(
                Gate.COMPARISON, answer, test.evidenceFor(), test.evidenceFor(), evidenceMin);
    }

    /** Any finding is cause to pause. */
    public static GateOutcome causeToPause(List<Finding> findings) {
        return cause(Gate.CAUSE_TO_PAUSE, findings.size());
    }

    /**
     * A score under the critical threshold, or an alarm after an earlier one; a critical flag is an
     * alarm.
     *
     * @param earlierAlarms of the same version, before these findings
     */
    public static GateOutcome causeToRollBack(List<Finding> findings, int earlierAlarms) {
        long causes =
                findings.stream()
                        .filter(
                                finding ->
                                        switch (finding) {
                                            case Finding.BelowCritical _ -> true;
                                            case Finding.Rung _ -> earlierAlarms > 0;
                                            case Finding.Critical _ -> earlierAlarms > 0;
                                            case Finding.BelowMin _ -> false;
                                        })
                        .count();
        return cause(Gate.CAUSE_TO_ROLL_BACK, causes);
    }

    private static GateOutcome cause(Gate gate, long causes) {
        return GateOutcome.counted(gate, causes > 0 ? Answer.PASSED : Answer.FAILED, causes, 1);
    }
}
