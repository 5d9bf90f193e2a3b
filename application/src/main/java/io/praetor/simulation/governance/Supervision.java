package io.praetor.simulation.governance;

import static io.praetor.simulation.governance.World.WATCHED;

import io.praetor.rollout.credibility.Credibility;
import io.praetor.rollout.credibility.Factor;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Episode;
import io.praetor.rollout.evidence.Outcome;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.AutomaticResponse;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.ChangeLedger;
import io.praetor.rollout.family.ChangeRequest;
import io.praetor.rollout.family.FamilyState;
import io.praetor.rollout.family.Genesis;
import io.praetor.rollout.family.Member;
import io.praetor.rollout.family.Ruling;
import io.praetor.rollout.family.Rulings;
import io.praetor.rollout.family.Target;
import io.praetor.rollout.life.Gates;
import io.praetor.rollout.life.RiskTier;
import io.praetor.rollout.selection.ConservativeBudget;
import io.praetor.rollout.selection.SelectionState;
import io.praetor.rollout.selection.Snapshot;
import io.praetor.rollout.watch.FamilySettings;
import io.praetor.rollout.watch.Finding;
import io.praetor.rollout.watch.VersionWatch;
import io.praetor.rollout.watch.WatchState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A family in memory whose watched version is governed as in service: every outcome goes to its
 * watch, every finding to the automatic response, every request to the rulings. Not thread-safe.
 */
final class Supervision {
    static final String OWNER = "user:owner";

    private final Acceptance acceptance;
    private final AutomaticResponse response;
    private final FamilyState founded;
    private final Map<VersionId, Snapshot> others = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private FamilyState family;
    private FamilySettings settings;
    private VersionWatch watch;
    private ConservativeBudget budget =
            ConservativeBudget.startingAt(World.PLACES.getFirst().reward());

    private Supervision(Acceptance acceptance, WatchState watched, boolean blocksClusters) {
        this.acceptance = acceptance;
        settings = acceptance.settings();
        response = new AutomaticResponse(blocksClusters);
        founded = FamilyState.founded("simulated", RiskTier.SAFE, OWNER);
        family = founded;
        watch = new VersionWatch(settings, watched);
    }

    /** A family whose installed version is {@code shipped}; its fallback is rules only. */
    static Supervision installed(
            VersionId shipped, Acceptance acceptance, WatchState watched, boolean blocks) {
        Supervision supervision = new Supervision(acceptance, watched, blocks);
        supervision.keep(Genesis.of(supervision.founded, shipped, OWNER, "simulated", World.at(0)));
        return supervision;
    }

    FamilyState founded() {
        return founded;
    }

    FamilyState family() {
        return family;
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    VersionWatch watch() {
        return watch;
    }

    FamilySettings settings() {
        return settings;
    }

    ConservativeBudget budget() {
        return budget;
    }

    void spend(ConservativeBudget spent) {
        budget = spent;
    }

    /** A version beside the watched one, with the record it stands on. */
    void beside(VersionId version, Snapshot snapshot) {
        others.put(version, snapshot);
    }

    /** Takes in an outcome; gives the change it led to. */
    Optional<Change> absorb(Episode episode, Outcome outcome, Instant at) {
        List<Finding> findings = watch.absorb(episode, outcome);
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        return response.to(family, WATCHED, findings, at).map(this::automatic);
    }

    /** Asks for a change as a person would. */
    Ruling ask(ChangeRequest asked) {
        Ruling ruling = Rulings.on(family, asked);
        if (ruling instanceof Ruling.Changed changed) {
            keep(changed);
        }
        return ruling;
    }

    SelectionState selectionState() {
        Map<VersionId, Snapshot> snapshots = new HashMap<>(others);
        boolean alarmed = watch.nearness().values().stream().anyMatch(share -> share >= 1);
        watch.latest().ifPresent(latest -> snapshots.put(WATCHED, snapshot(latest, alarmed)));
        return new SelectionState(family, snapshots, budget, settings.thresholds().floor(), false);
    }

    /** Stops and starts again: the family from its changes, the watch from its text. */
    void restart() {
        family = ChangeLedger.replay(founded, changes);
        watchAgain(WatchText.read(WatchText.write(watch.state())));
    }

    /** Goes on watching, by what is to be expected of the version where it still acts. */
    private void watchAgain(WatchState state) {
        Set<Cluster> blocked =
                Optional.ofNullable(family.members().get(WATCHED))
                        .map(Member::blocked)
                        .orElse(Set.of());
        settings = blocked.isEmpty() ? acceptance.settings() : acceptance.without(blocked);
        watch = new VersionWatch(settings, state);
    }

    private Change automatic(ChangeRequest asked) {
        if (ask(asked) instanceof Ruling.Changed changed) {
            if (changed.change().target() instanceof Target.Local(VersionId _, Cluster cluster)) {
                watch.blockedIn(cluster);
                watchAgain(watch.state());
            }
            return changed.change();
        }
        throw new IllegalStateException("an automatic request was refused: " + asked);
    }

    private void keep(Ruling.Changed changed) {
        changes.add(changed.change());
        family = changed.after();
    }

    static Snapshot snapshot(Credibility latest, boolean alarmed) {
        return new Snapshot(
                latest.score(),
                latest.reading(Factor.SAFETY).bounded(),
                Gates.performance(latest.rewards(), World.FALLBACK_REWARD).answer(),
                alarmed,
                latest.episodes());
    }
}
