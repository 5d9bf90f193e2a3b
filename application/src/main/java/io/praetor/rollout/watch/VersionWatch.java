package io.praetor.rollout.watch;

import io.praetor.rollout.credibility.Credibility;
import io.praetor.rollout.credibility.EvidenceWindow;
import io.praetor.rollout.credibility.Thresholds;
import io.praetor.rollout.detection.DetectorBank;
import io.praetor.rollout.detection.Stream;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Codebook;
import io.praetor.rollout.evidence.Episode;
import io.praetor.rollout.evidence.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about one version while it is used: its window of evidence, its detectors and how
 * its score went. Bounded state, O(1) per outcome and O(window) at every 25th; a watch restored
 * from {@link #state} finds what the first one would have found. Not thread-safe.
 */
public final class VersionWatch {
    private final FamilySettings settings;
    private final EvidenceWindow window;
    private DetectorBank detectors;
    private Streaks streaks;
    private Staleness staleness;
    private long matured;
    private Optional<Credibility> latest;

    public VersionWatch(FamilySettings settings, WatchState state) {
        this.settings = settings;
        window = new EvidenceWindow(codebook(), state.window());
        detectors = bank(state.detectors());
        streaks = state.streaks();
        staleness = state.staleness();
        matured = state.matured();
        latest = state.latest();
    }

    public VersionWatch(FamilySettings settings) {
        this(settings, WatchState.FRESH);
    }

    /** Notes that the version decided once more; its outcome will mature later. */
    public void decided() {
        staleness = staleness.decided();
    }

    /** Takes in an outcome; one that has not matured is not looked at. */
    public List<Finding> absorb(Episode episode, Outcome outcome) {
        if (outcome.maturedAt().isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(0);
        if (outcome.isCritical()) {
            findings.add(new Finding.Critical(outcome.flags()));
        }
        matured++;
        window.add(episode, outcome);
        if (outcome.oversight().reviewed()) {
            staleness = staleness.reviewed();
        }
        detectors.observe(episode, outcome).forEach(alarm -> findings.add(new Finding.Rung(alarm)));
        if (matured % Thresholds.EPISODES_BETWEEN == 0) {
            evaluate().ifPresent(findings::add);
        }
        return findings;
    }

    /**
     * Forgets what the detectors saw, as RESUME asks; the evidence itself stays. A low score is no
     * finding again until the window holds nothing from before.
     */
    public void resetDetectors() {
        detectors = bank(DetectorBank.State.FRESH);
        streaks = Streaks.SETTLING;
    }

    /**
     * Notes that the version was blocked in a cluster. What the detectors saw there and over
     * everything came from what is dealt with now; what they saw in other clusters stays.
     */
    public void blockedIn(Cluster cluster) {
        detectors = bank(detectors.state().without(codebook().indexOf(cluster)));
        streaks = Streaks.SETTLING;
    }

    /** The score at the last evaluation; empty before the first 25 outcomes. */
    public Optional<Credibility> latest() {
        return latest;
    }

    public Streaks streaks() {
        return streaks;
    }

    public Staleness staleness() {
        return staleness;
    }

    public long matured() {
        return matured;
    }

    public Map<Stream, Double> nearness() {
        return detectors.nearness();
    }

    public WatchState state() {
        return new WatchState(
                window.state(), detectors.state(), streaks, staleness, matured, latest);
    }

    private Optional<Finding> evaluate() {
        Credibility now = settings.index().of(window);
        latest = Optional.of(now);
        // A low score for want of evidence is not evidence of harm; the floor keeps it from acting.
        if (!window.isFull()) {
            return Optional.empty();
        }
        streaks = streaks.after(now.score(), settings.thresholds());
        return streaks.finding(now.score(), settings.thresholds());
    }

    private DetectorBank bank(DetectorBank.State state) {
        return new DetectorBank(codebook(), settings.levels(), settings.detectors(), state);
    }

    private Codebook codebook() {
        return settings.index().codebook();
    }
}
