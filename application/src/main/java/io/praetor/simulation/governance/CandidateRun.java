package io.praetor.simulation.governance;

import static io.praetor.simulation.governance.World.WATCHED;

import io.praetor.rollout.comparison.PairedTest;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Ruling;
import io.praetor.rollout.life.Tier;
import io.praetor.rollout.life.VersionState;
import io.praetor.rollout.selection.ConservativeBudget;
import io.praetor.rollout.selection.Regime;
import io.praetor.rollout.selection.Selection;
import io.praetor.rollout.statistics.Proportion;
import io.praetor.rollout.watch.WatchState;
import io.praetor.situation.RiskLevel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A candidate's whole life beside an installed version: it shadows, advises, is a canary and is
 * promoted as soon as each gate opens, and what it does later is met as in service. People ask for
 * the next step after every 25 outcomes and approve whatever the gates let pass, so that nothing
 * but the gates holds it back. Not thread-safe.
 */
final class CandidateRun {
    static final VersionId SHIPPED = new VersionId("shipped");

    /** How often the installed version agrees with the labels. */
    static final double SHIPPED_AGREEMENT = .88;

    private static final int OUTCOMES_BETWEEN = 25;

    private final Supervision supervision;
    private final CandidateGates gates;
    private final RandomGenerator random;
    private final double agreement;
    private final Pending pending = new Pending();
    private final List<Label> labels = new ArrayList<>();
    private final Set<Tier> tiers = new HashSet<>();
    private PairedTest comparison = PairedTest.START;
    private Proportion agreed = Proportion.NONE;
    private OptionalInt promoted = OptionalInt.empty();
    private OptionalInt found = OptionalInt.empty();
    private long matured;

    private CandidateRun(
            Supervision supervision,
            CandidateGates gates,
            double agreement,
            RandomGenerator random) {
        this.supervision = supervision;
        this.gates = gates;
        this.agreement = agreement;
        this.random = random;
    }

    /** Whether each of the two agreed with a blind label of one situation. */
    private record Label(boolean candidate, boolean shipped) {}

    /**
     * What became of a candidate.
     *
     * @param promoted before which episode
     * @param found after how many paired labels the comparison was decided for it
     * @param tiers it was live in
     * @param end its last state
     * @param probes requests without a person or an approver
     * @param slipped how many of those were followed; there must be none
     */
    record Result(
            OptionalInt promoted,
            OptionalInt found,
            Set<Tier> tiers,
            VersionState end,
            long probes,
            long slipped,
            Audit audit) {
        Result {
            tiers = Set.copyOf(tiers);
        }
    }

    /**
     * @param agreement how often the candidate agrees with the labels, whatever the other does
     */
    static Result of(Acceptance acceptance, Tape tape, double agreement, RandomGenerator random) {
        Supervision supervision =
                Supervision.installed(SHIPPED, acceptance, WatchState.FRESH, false);
        supervision.beside(SHIPPED, acceptance.snapshot());
        CandidateGates gates = new CandidateGates(supervision);
        CandidateRun run = new CandidateRun(supervision, gates, agreement, random);
        gates.spawn(World.at(0));
        tape.episodes().forEach(run::step);
        return new Result(
                run.promoted,
                run.found,
                run.tiers,
                supervision.family().stateOf(WATCHED).orElseThrow(),
                gates.probes(),
                gates.slipped(),
                Audit.of(supervision));
    }

    private void step(Drawn drawn) {
        pending.dueBefore(drawn.number()).forEach(flight -> mature(flight, drawn.number()));
        labels.add(
                new Label(
                        random.nextDouble() < agreement, random.nextDouble() < SHIPPED_AGREEMENT));
        RiskLevel risk = World.PLACES.get(drawn.place()).risk();
        Regime regime = risk == RiskLevel.LOW ? Regime.EXPERIMENTAL : Regime.DEFAULT;
        Selection selection =
                ManagedRun.SELECTOR.select(
                        supervision.selectionState(), ManagedRun.occasion(drawn, regime));
        boolean acts = selection.version().filter(WATCHED::equals).isPresent();
        ConservativeBudget budget = supervision.budget();
        boolean canary = acts && selection.mode() == Mode.CANARY;
        supervision.spend(canary ? budget.afterCanary() : budget.afterDefault());
        if (isAsked()) {
            supervision.watch().decided();
            Mode mode = acts ? selection.mode() : Mode.SHADOW;
            pending.add(drawn, Acceptance.episode(drawn.place(), mode, selection.propensity()));
        }
    }

    private void mature(Pending.Flight flight, int now) {
        supervision.absorb(flight.episode(), flight.drawn().outcome(), World.at(now));
        if (flight.episode().mode() == Mode.CANARY) {
            double reward = flight.drawn().outcome().reward().orElse(-1);
            supervision.spend(supervision.budget().matured(reward));
        }
        Label label = labels.get(flight.drawn().number());
        comparison = comparison.plus(label.candidate(), label.shipped());
        agreed = agreed.plus(new Proportion(label.candidate() ? 1 : 0, 1));
        if (found.isEmpty() && gates.isBetter(comparison)) {
            found = OptionalInt.of(Math.toIntExact(comparison.pairs()));
        }
        matured++;
        if (matured % OUTCOMES_BETWEEN == 0) {
            ask(now);
        }
    }

    private void ask(int now) {
        VersionState before = supervision.family().stateOf(WATCHED).orElseThrow();
        gates.next(before, comparison, agreed, World.at(now))
                .filter(ruling -> ruling instanceof Ruling.Changed)
                .ifPresent(_ -> note(before, now));
    }

    private void note(VersionState before, int now) {
        VersionState after = supervision.family().stateOf(WATCHED).orElseThrow();
        if (after instanceof VersionState.Live(Tier tier)) {
            tiers.add(tier);
        }
        if (before instanceof VersionState.Candidate && after instanceof VersionState.Live) {
            promoted = OptionalInt.of(now);
        }
    }

    /** A stopped version is asked on in the shadow, for a person to see whether it is mended. */
    private boolean isAsked() {
        return supervision.family().stateOf(WATCHED).stream()
                .anyMatch(
                        state ->
                                !(state instanceof VersionState.RolledBack
                                        || state instanceof VersionState.Retired));
    }
}
