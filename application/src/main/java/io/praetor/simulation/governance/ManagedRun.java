package io.praetor.simulation.governance;

import static io.praetor.simulation.governance.World.WATCHED;

import io.praetor.rollout.credibility.Credibility;
import io.praetor.rollout.detection.Stream;
import io.praetor.rollout.evidence.Episode;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.life.VersionState;
import io.praetor.rollout.selection.CanaryShare;
import io.praetor.rollout.selection.Occasion;
import io.praetor.rollout.selection.Regime;
import io.praetor.rollout.selection.Selection;
import io.praetor.rollout.selection.Selector;
import io.praetor.rollout.selection.TierScope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One version under supervision from its first episode to its last. Where the version is live but
 * passed over it shadows; where it is stopped, rules act and nobody brings it back. Not
 * thread-safe.
 */
final class ManagedRun {
    static final Selector SELECTOR =
            new Selector(
                    new CanaryShare("simulated".getBytes(StandardCharsets.UTF_8), .05),
                    TierScope.DEFAULT);

    private final Supervision supervision;
    private final Pending pending = new Pending();
    private final List<Trial.Stop> stops = new ArrayList<>();
    private final List<Trace.Reading> readings = new ArrayList<>();
    private final int[] seen = new int[World.PLACES.size()];
    private Optional<Credibility> shown = Optional.empty();
    private double managed;
    private double unmanaged;
    private double fallback;
    private int trespasses;
    private boolean stale;

    ManagedRun(Supervision supervision) {
        this.supervision = supervision;
    }

    static Trial trial(
            Acceptance acceptance, Conditions conditions, Tape tape, ReferenceArm.Verdict other) {
        Supervision supervision =
                Supervision.installed(
                        WATCHED, acceptance, acceptance.watch(), conditions.blocksClusters());
        ManagedRun run = new ManagedRun(supervision);
        tape.episodes().forEach(run::step);
        return run.trial(other);
    }

    /** Lets mature what is due, then decides one episode. */
    Selection step(Drawn drawn) {
        pending.dueBefore(drawn.number()).forEach(flight -> mature(flight, drawn.number()));
        Occasion occasion = occasion(drawn, Regime.DEFAULT);
        Selection selection = SELECTOR.select(supervision.selectionState(), occasion);
        boolean acts = selection.version().filter(WATCHED::equals).isPresent();
        count(drawn, acts);
        if (isLive()) {
            supervision.watch().decided();
            stale |= supervision.watch().staleness().isStale();
            Mode mode = acts ? Mode.ENFORCED : Mode.SHADOW;
            Episode episode = Acceptance.episode(drawn.place(), mode, selection.propensity());
            // Where it is blocked it is not asked either: nobody waits for evidence from there.
            if (!isBlocked(drawn)) {
                pending.add(drawn, episode);
            }
        }
        return selection;
    }

    static Occasion occasion(Drawn drawn, Regime regime) {
        World.Place place = World.PLACES.get(drawn.place());
        return new Occasion(
                "request " + drawn.number(),
                place.cluster(),
                place.family(),
                place.environment(),
                OptionalDouble.of(0),
                regime,
                World.at(drawn.number()));
    }

    Trial trial(ReferenceArm.Verdict other) {
        List<Integer> counts = new ArrayList<>();
        for (int count : seen) {
            counts.add(count);
        }
        double min = supervision.settings().thresholds().min();
        return new Trial(
                stops,
                counts,
                other.stops(),
                new Trial.Regret(managed, unmanaged, fallback),
                trespasses,
                stale,
                Audit.of(supervision),
                Optional.of(new Trace(readings, other.scores(), min)));
    }

    private void mature(Pending.Flight flight, int now) {
        Optional<Change> change =
                supervision.absorb(flight.episode(), flight.drawn().outcome(), World.at(now));
        change.ifPresent(
                made ->
                        stops.add(
                                new Trial.Stop(
                                        now,
                                        flight.drawn().number(),
                                        made.target(),
                                        made.action(),
                                        made.reason())));
        Optional<Credibility> latest = supervision.watch().latest();
        if (!latest.equals(shown)) {
            shown = latest;
            latest.ifPresent(credibility -> show(now, credibility));
        }
    }

    private void show(int now, Credibility credibility) {
        Map<Stream, Double> nearness = supervision.watch().nearness();
        readings.add(
                new Trace.Reading(
                        now,
                        credibility.score(),
                        nearness.getOrDefault(Stream.OVERRIDE, 0.0),
                        nearness.getOrDefault(Stream.FLAGS, 0.0),
                        nearness.getOrDefault(Stream.REWARD, 0.0)));
    }

    private void count(Drawn drawn, boolean acts) {
        double best = Math.max(drawn.expected(), World.FALLBACK_REWARD);
        managed += best - (acts ? drawn.expected() : World.FALLBACK_REWARD);
        unmanaged += best - drawn.expected();
        fallback += best - World.FALLBACK_REWARD;
        if (drawn.number() >= World.CHANGE && stops.isEmpty()) {
            seen[drawn.place()]++;
        }
        trespasses += acts && (!isLive() || isBlocked(drawn)) ? 1 : 0;
    }

    private boolean isLive() {
        return supervision.family().standing(WATCHED).state().stream()
                .anyMatch(state -> state instanceof VersionState.Live);
    }

    private boolean isBlocked(Drawn drawn) {
        return Optional.ofNullable(supervision.family().members().get(WATCHED)).stream()
                .anyMatch(
                        member ->
                                member.blocked()
                                        .contains(World.PLACES.get(drawn.place()).cluster()));
    }
}
