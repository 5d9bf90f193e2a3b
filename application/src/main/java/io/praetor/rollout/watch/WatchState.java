package io.praetor.rollout.watch;

import io.praetor.rollout.credibility.Credibility;
import io.praetor.rollout.credibility.EvidenceWindow;
import io.praetor.rollout.detection.DetectorBank;
import java.util.Optional;

/** A watch as a value, to be stored and restored; of bounded size. */
public record WatchState(
        EvidenceWindow.State window,
        DetectorBank.State detectors,
        Streaks streaks,
        Staleness staleness,
        long matured,
        Optional<Credibility> latest) {
    public static final WatchState FRESH =
            new WatchState(
                    EvidenceWindow.State.EMPTY,
                    DetectorBank.State.FRESH,
                    Streaks.NONE,
                    Staleness.NONE,
                    0,
                    Optional.empty());
}
