package io.praetor.serving.decide;

import io.praetor.decision.PolicyDecisionPoint;
import io.praetor.decision.Released;
import io.praetor.serving.access.Caller;
import io.praetor.serving.access.Scope;
import io.praetor.serving.json.Answer;
import io.praetor.serving.telemetry.Metrics;
import io.praetor.situation.Admission;
import io.praetor.situation.Context;
import io.praetor.situation.Dialect;
import io.praetor.situation.Refusal;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.SituationReader;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests to the door and, where it admits them, to the decision. Every way into the server
 * that releases a decision comes through here. Thread-safe.
 */
public final class DecisionDesk {
    /** Stands in the reasons where approvals or a second factor were not believed. */
    public static final String NOT_VOUCHED =
            "approvals and second factor left out: the caller may not vouch for them";

    private static final long NANOS_PER_MICRO = 1_000;

    private final SituationReader door = new SituationReader();
    private final PolicyDecisionPoint decisions;
    private final InstantSource clock;
    private final LongSupplier nanoTicker;
    private final DecisionCounts counts;

    public DecisionDesk(
            PolicyDecisionPoint decisions,
            InstantSource clock,
            LongSupplier nanoTicker,
            Metrics metrics) {
        this.decisions = decisions;
        this.clock = clock;
        this.nanoTicker = nanoTicker;
        this.counts = new DecisionCounts(metrics);
    }

    /** Decides one request, in whichever dialect it is written. */
    public Outcome ask(byte[] request, Caller caller) {
        long start = nanoTicker.getAsLong();
        return outcome(door.read(request, clock.instant()), caller, start);
    }

    /** As {@link #ask(byte[], Caller)}, in one dialect only. */
    public Outcome ask(byte[] request, Dialect dialect, Caller caller) {
        long start = nanoTicker.getAsLong();
        return outcome(door.read(request, dialect, clock.instant()), caller, start);
    }

    /** Decides a part of a request that was parsed already. */
    public Outcome ask(Map<String, ? extends @Nullable Object> request, Caller caller) {
        long start = nanoTicker.getAsLong();
        return outcome(door.read(request, clock.instant()), caller, start);
    }

    /** As {@link #ask(Map, Caller)}, in one dialect only. */
    public Outcome ask(
            Map<String, ? extends @Nullable Object> request, Dialect dialect, Caller caller) {
        long start = nanoTicker.getAsLong();
        return outcome(door.read(request, dialect, clock.instant()), caller, start);
    }

    /** Records and counts a request that does not even come to the door. */
    public Outcome refuse(List<Refusal> refusals) {
        counts.refused();
        return new Outcome.TurnedAway(decisions.refuse(refusals));
    }

    private Outcome outcome(Admission admission, Caller caller, long start) {
        return switch (admission) {
            case Admission.Refused refused -> refuse(refused.refusals());
            case Admission.Admitted admitted -> decided(admitted.situation(), caller, start);
        };
    }

    private Outcome decided(Situation situation, Caller caller, long start) {
        boolean unbelieved = !caller.may(Scope.VOUCH) && isVouching(situation.context());
        Situation believed =
                unbelieved
                        ? situation.withContext(situation.context().withoutVouching())
                        : situation;
        if (unbelieved) {
            counts.vouchingIgnored();
        }
        Released released = decisions.decide(believed);
        long nanos = nanoTicker.getAsLong() - start;
        counts.decided(released, nanos);
        List<String> notes = unbelieved ? List.of(NOT_VOUCHED) : List.of();
        return new Outcome.Decided(new Answer(released, notes, nanos / NANOS_PER_MICRO));
    }

    private static boolean isVouching(Context context) {
        return !context.approvals().isEmpty() || context.mfa().isPresent();
    }
}
