package io.praetor.situation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The circumstances of a proposed action, as the caller tells them.
 *
 * @param team selects the policy set
 * @param teamNorms prose about how the team works
 * @param history recent events about the actor, oldest first
 * @param intent what the caller says it is for; {@code team_context} of the flat dialect
 * @param callerRisk the caller's own estimate
 * @param incident status of a running incident
 * @param approvalPending what approval is being waited for; prose, never itself an approval
 * @param sessionId the session the request belongs to
 * @param signals named observations, numbers or texts, such as {@code witness_diversity}
 * @param coherence the state of the session's coherence
 * @param approvals approvals that the enforcement point vouches for
 * @param mfa whether the enforcement point saw a second factor
 * @param counters bounded counts placed here before the rules run, so that they are recorded
 * @param extras whatever else the caller sent as context
 */
public record Context(
        Optional<String> team,
        Optional<String> teamNorms,
        List<String> history,
        Optional<String> intent,
        Optional<RiskLevel> callerRisk,
        Optional<String> incident,
        Optional<String> approvalPending,
        Optional<String> sessionId,
        Attributes signals,
        CoherenceState coherence,
        List<Approval> approvals,
        Optional<Boolean> mfa,
        Attributes counters,
        Attributes extras) {
    public static final Context NONE =
            new Context(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Attributes.NONE,
                    CoherenceState.UNKNOWN,
                    List.of(),
                    Optional.empty(),
                    Attributes.NONE,
                    Attributes.NONE);

    public Context {
        history = List.copyOf(history);
        approvals = List.copyOf(approvals);
    }

    /**
     * The coherence of the running session (Hardbound's {@code coherenceState}).
     *
     * @param d9Score in [0, 1]
     * @param selfReferenceRate in [0, 1]
     */
    public record CoherenceState(
            OptionalDouble d9Score,
            OptionalDouble selfReferenceRate,
            Optional<CouplingState> coupling) {
        public static final CoherenceState UNKNOWN =
                new CoherenceState(
                        OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
    }

    public Context withCounters(Attributes counts) {
        return new Context(
                team,
                teamNorms,
                history,
                intent,
                callerRisk,
                incident,
                approvalPending,
                sessionId,
                signals,
                coherence,
                approvals,
                mfa,
                counts,
                extras);
    }

    /** The same without approvals and second factor: what a caller that may not vouch can say. */
    public Context withoutVouching() {
        return new Context(
                team,
                teamNorms,
                history,
                intent,
                callerRisk,
                incident,
                approvalPending,
                sessionId,
                signals,
                coherence,
                List.of(),
                Optional.empty(),
                counters,
                extras);
    }
}
