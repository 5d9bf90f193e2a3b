package io.praetor.rollout.life;

import io.praetor.rollout.life.Check.Allowed;
import io.praetor.rollout.life.Check.GateNotMet;
import io.praetor.rollout.life.Check.Refused;
import io.praetor.rollout.life.Transition.Destination;
import java.util.List;
import java.util.Optional;

/** Whether a change may happen: the transition table, read with who asks and on what evidence. */
public final class Transitions {
    private Transitions() {}

    public static Check check(Standing standing, Request request, Evidence evidence) {
        List<Transition> moves =
                TransitionTable.ROWS.stream()
                        .filter(row -> row.action() == request.action())
                        .filter(row -> row.from().contains(standing.kind()))
                        .filter(row -> destination(row.to(), standing, evidence).isPresent())
                        .toList();
        if (moves.isEmpty()) {
            return new Refused(
                    Refusal.NO_SUCH_TRANSITION,
                    "`%s` leads nowhere from `%s`".formatted(request.action(), label(standing)));
        }
        Optional<Transition> row =
                moves.stream()
                        .filter(move -> move.hand().fits(request.by(), standing.owner()))
                        .findFirst();
        if (row.isEmpty()) {
            return new Refused(
                    Refusal.NOT_YOURS,
                    "`%s` is not for `%s`; it takes %s"
                            .formatted(
                                    request.action(),
                                    request.by().name(),
                                    moves.stream().map(Transition::hand).toList()));
        }
        return refusal(row.get(), standing, request)
                .orElseGet(() -> judged(row.get(), standing, evidence));
    }

    private static Optional<Check> refusal(Transition row, Standing standing, Request request) {
        if (row.to() == Destination.DEPRECATED && (standing.isDefault() || standing.isFallback())) {
            return refused(
                    Refusal.STILL_NEEDED,
                    "the default and the fallback cannot be retired; name another first");
        }
        return Accountability.refusal(request, row.approved(), standing.riskTier());
    }

    private static Check judged(Transition row, Standing standing, Evidence evidence) {
        List<GateOutcome> gates = row.gates().stream().sorted().map(evidence::outcome).toList();
        boolean open = gates.stream().allMatch(gate -> gate.answer() == Answer.PASSED);
        return destination(row.to(), standing, evidence)
                .filter(_ -> open)
                .<Check>map(to -> new Allowed(to, row.consequences(), gates))
                .orElseGet(() -> new GateNotMet(gates));
    }

    /** Where the row leads; empty where it leads nowhere, as from the last tier. */
    private static Optional<VersionState> destination(
            Destination to, Standing standing, Evidence evidence) {
        return switch (to) {
            case SHADOW -> Optional.of(new VersionState.Candidate(Stage.SHADOW));
            case ADVISORY -> Optional.of(new VersionState.Candidate(Stage.ADVISORY));
            case CANARY -> Optional.of(new VersionState.Candidate(Stage.CANARY));
            case FIRST_TIER -> Optional.of(new VersionState.Live(Tier.READ));
            case NEXT_TIER -> standing.state().flatMap(Transitions::nextTier);
            case QUARANTINED ->
                    standing.state()
                            .map(
                                    before ->
                                            new VersionState.Quarantined(
                                                    before, standing.isDefault()));
            case BEFORE ->
                    evidence.artifactChanged()
                            ? Optional.of(new VersionState.Candidate(Stage.SHADOW))
                            : standing.state().flatMap(Transitions::before);
            case ROLLED_BACK -> Optional.of(new VersionState.RolledBack());
            case DEPRECATED -> Optional.of(new VersionState.Retired());
            case SAME -> standing.state();
        };
    }

    private static Optional<VersionState> nextTier(VersionState state) {
        return state instanceof VersionState.Live(Tier tier)
                ? tier.next().map(VersionState.Live::new)
                : Optional.empty();
    }

    private static Optional<VersionState> before(VersionState state) {
        return state instanceof VersionState.Quarantined quarantined
                ? Optional.of(quarantined.before())
                : Optional.empty();
    }

    private static Optional<Check> refused(Refusal refusal, String message) {
        return Optional.of(new Refused(refusal, message));
    }

    private static String label(Standing standing) {
        return standing.state().map(VersionState::label).orElse("NONE");
    }
}
