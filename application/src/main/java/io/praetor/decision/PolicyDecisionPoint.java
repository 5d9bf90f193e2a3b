package io.praetor.decision;

import io.praetor.decision.Recording.NotRecorded;
import io.praetor.decision.Recording.Recorded;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicySet;
import io.praetor.situation.Refusal;
import io.praetor.situation.Situation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Decides situations: judge, record, then release. The application's main entry point, and what a
 * caller on the JVM embeds. Thread-safe.
 */
public final class PolicyDecisionPoint {
    private final ActiveVersionSource versions;
    private final Judge judge;
    private final Counting counting;
    private final DecisionRecorder recorder;
    private final Origin origin;

    public PolicyDecisionPoint(
            ActiveVersionSource versions,
            Judge judge,
            CounterSource counters,
            DecisionRecorder recorder,
            Origin origin) {
        this.versions = versions;
        this.judge = judge;
        this.counting = new Counting(counters);
        this.recorder = recorder;
        this.origin = origin;
    }

    /**
     * Where ids and instants come from, and what happens when a record cannot be kept.
     *
     * @param ids UUIDv7, ascending
     */
    public record Origin(
            Supplier<DecisionId> ids, InstantSource clock, RecordingFailure onFailure) {}

    /** Decides, records, then releases. */
    public Released decide(Situation situation) {
        ActingVersion version = versions.actingFor(situation);
        PolicySet policy = version.rules().policy();
        Situation counted = counting.place(situation, policy.counters());
        Decision decision = decisionOn(judge.judge(counted, version));
        Recording recording = recorder.record(decision);
        Decision released = releasable(decision, recording);
        if (released.effect() == Effect.ALLOW) {
            counting.released(counted, policy.counters());
        }
        return new Released(released, recording);
    }

    /** What would be decided, with nothing recorded and so nothing released. */
    public Judgement judge(Situation situation) {
        ActingVersion version = versions.actingFor(situation);
        PolicySet policy = version.rules().policy();
        return judge.judge(counting.place(situation, policy.counters()), version);
    }

    /** Records that the door turned a request away. */
    public RefusedRequest refuse(List<Refusal> refusals) {
        RefusedRequest refused =
                new RefusedRequest(origin.ids().get(), origin.clock().instant(), refusals);
        recorder.record(refused);
        return refused;
    }

    private Decision decisionOn(Judgement judged) {
        PolicySet policy = judged.version().rules().policy();
        Resolution resolution = judged.resolution();
        return new Decision(
                origin.ids().get(),
                origin.clock().instant(),
                judged.situation(),
                judged.version(),
                judged.effect(),
                resolution.effect(),
                judged.trail().rules().risk(),
                Classification.of(judged.situation(), policy),
                resolution.path(),
                judged.clauses(),
                judged.obligations(),
                resolution.reasons(),
                resolution.confidence(),
                judged.trail(),
                judged.timing());
    }

    private Decision releasable(Decision decision, Recording recording) {
        return switch (recording) {
            case Recorded _ -> decision;
            case NotRecorded lost ->
                    switch (origin.onFailure()) {
                        case ANSWER ->
                                restated(
                                        decision,
                                        decision.effect(),
                                        decision.clauses(),
                                        "released without a record: " + lost.cause());
                        case DENY ->
                                restated(
                                        decision,
                                        Effect.DENY,
                                        List.of(decision.policy().fallbacks().noRule().clause()),
                                        "not recorded, so not released: " + lost.cause());
                    };
        };
    }

    private static Decision restated(
            Decision decision, Effect effect, List<ClauseId> clauses, String reason) {
        List<String> reasons = new ArrayList<>();
        reasons.add(reason);
        reasons.addAll(decision.reasons());
        return new Decision(
                decision.id(),
                decision.decidedAt(),
                decision.situation(),
                decision.version(),
                effect,
                decision.resolved().strictest(effect),
                decision.risk(),
                decision.classification(),
                decision.path(),
                clauses,
                decision.obligations(),
                reasons,
                decision.confidence(),
                decision.trail(),
                decision.timing());
    }
}
