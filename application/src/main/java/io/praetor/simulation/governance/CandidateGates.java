package io.praetor.simulation.governance;

import static io.praetor.simulation.governance.World.WATCHED;

import io.praetor.rollout.comparison.AlphaSplit;
import io.praetor.rollout.comparison.PairedTest;
import io.praetor.rollout.credibility.Credibility;
import io.praetor.rollout.family.ChangeRequest;
import io.praetor.rollout.family.Member;
import io.praetor.rollout.family.Ruling;
import io.praetor.rollout.family.Rulings;
import io.praetor.rollout.family.Target;
import io.praetor.rollout.life.Answer;
import io.praetor.rollout.life.Evidence;
import io.praetor.rollout.life.GateOutcome;
import io.praetor.rollout.life.Gates;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.Request;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.life.Stage;
import io.praetor.rollout.life.Tier;
import io.praetor.rollout.life.VersionState;
import io.praetor.rollout.life.WatchGates;
import io.praetor.rollout.statistics.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The people around a candidate: they ask for its next step with the evidence there is, one asks
 * and another approves. Before each step somebody tries it without leave.
 */
final class CandidateGates {
    private static final Initiator PERSON = new Initiator.Person(Supervision.OWNER);
    private static final Initiator TIMER = new Initiator.Automatic("timer");
    private static final Optional<String> APPROVER = Optional.of("user:approver");

    /** The first candidate that this family compares with its default. */
    private static final double EVIDENCE_MIN = AlphaSplit.DEFAULT.evidenceMin(1);

    /** A day to find a root cause. */
    private static final Duration ROOT_CAUSE = Duration.ofDays(1);

    private final Supervision supervision;
    private long probes;
    private long slipped;

    CandidateGates(Supervision supervision) {
        this.supervision = supervision;
    }

    long probes() {
        return probes;
    }

    long slipped() {
        return slipped;
    }

    boolean isBetter(PairedTest comparison) {
        return WatchGates.comparison(comparison, EVIDENCE_MIN).answer() == Answer.PASSED;
    }

    /** The candidate of a learning cycle: 98 of 100 scenarios, no wrong allow. */
    void spawn(Instant at) {
        Evidence evidence =
                Evidence.of(
                        List.of(
                                Gates.parent(true),
                                Gates.suite(new Proportion(98, 100)),
                                Gates.suiteWrongAllows(0)));
        Initiator learning = new Initiator.Learning("nightly");
        Ruling ruling =
                supervision.ask(
                        asked(RolloutAction.SPAWN, learning, Optional.empty(), evidence, at));
        if (ruling instanceof Ruling.Unchanged refused) {
            throw new IllegalStateException("the candidate was refused: " + refused.why());
        }
    }

    /** Asks for the step that follows the given state; empty where none does. */
    Optional<Ruling> next(
            VersionState state, PairedTest comparison, Proportion agreed, Instant at) {
        Member member = Objects.requireNonNull(supervision.family().members().get(WATCHED));
        Duration soaked = Duration.between(member.since(), at);
        return switch (state) {
            case VersionState.Candidate(Stage stage) ->
                    switch (stage) {
                        case SHADOW -> step(RolloutAction.ADVANCE, shadow(agreed, soaked), at);
                        case ADVISORY -> step(RolloutAction.ADVANCE, advisory(soaked), at);
                        case CANARY -> step(RolloutAction.PROMOTE, canary(comparison), at);
                    };
            case VersionState.Live(Tier tier) ->
                    tier.next().flatMap(_ -> step(RolloutAction.EXPAND, live(tier, soaked), at));
            case VersionState.Quarantined _ ->
                    soaked.compareTo(ROOT_CAUSE) < 0 ? Optional.empty() : resumed(at);
            case VersionState.RolledBack _ -> Optional.empty();
            case VersionState.Retired _ -> Optional.empty();
        };
    }

    private Optional<Ruling> step(RolloutAction action, List<GateOutcome> judged, Instant at) {
        Evidence evidence = Evidence.of(judged);
        probe(asked(action, TIMER, APPROVER, evidence, at));
        probe(asked(action, PERSON, Optional.empty(), evidence, at));
        return Optional.of(supervision.ask(asked(action, PERSON, APPROVER, evidence, at)));
    }

    private Optional<Ruling> resumed(Instant at) {
        Optional<Ruling> ruling = step(RolloutAction.RESUME, List.of(), at);
        supervision.watch().resetDetectors();
        return ruling;
    }

    private void probe(ChangeRequest asked) {
        probes++;
        slipped += Rulings.on(supervision.family(), asked) instanceof Ruling.Changed ? 1 : 0;
    }

    private static List<GateOutcome> shadow(Proportion agreed, Duration soaked) {
        return List.of(
                Gates.labels(agreed.trials()),
                Gates.agreement(agreed, soaked),
                Gates.soak(soaked, false));
    }

    private List<GateOutcome> advisory(Duration soaked) {
        return supervision
                .watch()
                .latest()
                .map(
                        latest ->
                                List.of(
                                        Gates.advisoryOverrides(latest.overrides()),
                                        Gates.criticalFlags(new Proportion(0, latest.episodes())),
                                        Gates.soak(soaked, false)))
                .orElse(List.of());
    }

    private List<GateOutcome> canary(PairedTest comparison) {
        Optional<Credibility> latest = supervision.watch().latest();
        return latest.map(
                        known ->
                                List.of(
                                        WatchGates.credibility(
                                                supervision.watch(),
                                                supervision.settings().thresholds()),
                                        Gates.performance(known.rewards(), World.FALLBACK_REWARD),
                                        Gates.accuracy(known.accuracy()),
                                        Gates.calibration(known.calibration()),
                                        WatchGates.comparison(comparison, EVIDENCE_MIN)))
                .orElse(List.of());
    }

    private List<GateOutcome> live(Tier tier, Duration soaked) {
        return supervision
                .watch()
                .latest()
                .map(
                        latest ->
                                List.of(
                                        Gates.tierOverrides(latest.overrides(), tier),
                                        Gates.soak(soaked, tier)))
                .orElse(List.of());
    }

    private static ChangeRequest asked(
            RolloutAction action,
            Initiator by,
            Optional<String> approvedBy,
            Evidence evidence,
            Instant at) {
        return new ChangeRequest(
                new Request(action, by, approvedBy, "simulated " + action),
                new Target.Whole(WATCHED),
                evidence,
                List.of(),
                Optional.empty(),
                at);
    }
}
