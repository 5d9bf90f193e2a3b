package io.praetor.governance;

import io.praetor.rollout.comparison.PairedTest;
import io.praetor.rollout.watch.WatchState;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the evidence about a version was read: bounded, whatever the history.
 *
 * @param paired the version against the default on the same situations
 * @param trust the latest snapshot
 */
public record VersionProgress(
        WatchState watch, StageTally tally, PairedTest paired, Optional<TrustSnapshot> trust) {
    public static VersionProgress fresh(Instant since) {
        return new VersionProgress(
                WatchState.FRESH, StageTally.since(since), PairedTest.START, Optional.empty());
    }

    public VersionProgress withTally(StageTally counted) {
        return new VersionProgress(watch, counted, paired, trust);
    }

    public VersionProgress withWatch(WatchState state) {
        return new VersionProgress(state, tally, paired, trust);
    }

    public VersionProgress withPaired(PairedTest test) {
        return new VersionProgress(watch, tally, test, trust);
    }

    public VersionProgress withTrust(TrustSnapshot latest) {
        return new VersionProgress(watch, tally, paired, Optional.of(latest));
    }
}
