package io.praetor.serving.governance;

import io.praetor.governance.FamilyRecord;
import io.praetor.governance.StageTally;
import io.praetor.governance.TrustSnapshot;
import io.praetor.governance.Version;
import io.praetor.governance.control.GateEvidence;
import io.praetor.rollout.credibility.Credibility;
import io.praetor.rollout.credibility.Factor;
import io.praetor.rollout.detection.Stream;
import io.praetor.rollout.family.Member;
import io.praetor.rollout.life.GateOutcome;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.statistics.Moments;
import io.praetor.serving.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;

/** Versions and their trust as JSON. */
public final class VersionJson {
    private VersionJson() {}

    /**
     * @param at the instant that the gates of the next step are judged for
     */
    public static void write(JsonGenerator json, FamilyRecord record, Version version, Instant at) {
        json.writeStartObject();
        json.writeStringProperty("version_id", version.id().value());
        json.writeStringProperty("policy_id", version.policyId());
        json.writeStringProperty("version_tag", version.tag());
        version.parent().ifPresent(it -> json.writeStringProperty("parent_version_id", it.value()));
        json.writeName("manifest");
        json.writeStartObject();
        version.manifest().parts().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeStringProperty("reasoning", version.reasoning());
        json.writeStringProperty("created_by", version.createdBy());
        json.writeStringProperty("created_at", version.createdAt().toString());
        Member member = record.state().members().get(version.id());
        if (member != null) {
            write(json, record, version, member, at);
        }
        json.writeEndObject();
    }

    private static void write(
            JsonGenerator json, FamilyRecord record, Version version, Member member, Instant at) {
        json.writeStringProperty("status", member.state().label());
        json.writeStringProperty("since", member.since().toString());
        json.writeNumberProperty("alarms", member.alarms());
        Json.texts(
                json, "blocked", member.blocked().stream().map(it -> it.name()).sorted().toList());
        record.progressOf(version.id())
                .ifPresent(progress -> write(json, GateEvidence.tally(member, progress)));
        record.trustOf(version.id())
                .ifPresent(
                        trust -> {
                            json.writeNumberProperty("trust_score", trust.credibility().score());
                            json.writeName("trust");
                            write(json, trust);
                        });
        Optional<RolloutAction> next = next(member);
        json.writeArrayPropertyStart("gates");
        next.map(action -> new GateEvidence(record).of(action, version.id(), at))
                .orElse(List.<GateOutcome>of())
                .forEach(gate -> ChangeJson.write(json, gate));
        json.writeEndArray();
        next.ifPresent(action -> json.writeStringProperty("next_action", action.name()));
    }

    /** The step that would give the version more autonomy. */
    public static Optional<RolloutAction> next(Member member) {
        return switch (member.state().kind()) {
            case SHADOW, ADVISORY -> Optional.of(RolloutAction.ADVANCE);
            case CANARY -> Optional.of(RolloutAction.PROMOTE);
            case LIVE -> Optional.of(RolloutAction.EXPAND);
            case QUARANTINED -> Optional.of(RolloutAction.RESUME);
            case NONE, ROLLED_BACK, DEPRECATED -> Optional.empty();
        };
    }

    private static void write(JsonGenerator json, StageTally tally) {
        json.writeName("since_then");
        json.writeStartObject();
        json.writeNumberProperty("episodes", tally.episodes());
        json.writeNumberProperty("reviewed", tally.reviewed());
        json.writeNumberProperty("overridden", tally.overridden());
        json.writeNumberProperty("flagged", tally.flagged());
        json.writeNumberProperty("critical", tally.critical());
        json.writeEndObject();
    }

    /** The seed's fields of a trust snapshot, then what they rest on. */
    public static void write(JsonGenerator json, TrustSnapshot trust) {
        Credibility credibility = trust.credibility();
        json.writeStartObject();
        json.writeStringProperty("id", trust.id());
        json.writeStringProperty("policy_version_id", trust.version().value());
        json.writeNumberProperty("t", trust.matured());
        mean(json, "reward_mean", credibility.rewards());
        json.writeNumberProperty("reward_std", credibility.rewards().deviation());
        json.writeNumberProperty("n_episodes", credibility.episodes());
        json.writeNumberProperty("override_rate", credibility.overrides().rate());
        json.writeNumberProperty("safety_flags", trust.flags());
        mean(json, "delta_coherence_mean", credibility.coherence());
        mean(json, "delta_accuracy_mean", credibility.accuracy());
        mean(json, "delta_calibration_mean", credibility.calibration());
        json.writeNumberProperty("trust_score", credibility.score());
        json.writeNumberProperty("trust_score_point", credibility.point());
        json.writeName("factors");
        json.writeStartObject();
        for (Factor factor : Factor.values()) {
            json.writeName(factor.name());
            json.writeStartObject();
            json.writeNumberProperty("raw", credibility.reading(factor).raw());
            json.writeNumberProperty("normalised", credibility.reading(factor).normalised());
            json.writeNumberProperty("bounded", credibility.reading(factor).bounded());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeName("performance");
        ChangeJson.write(json, trust.performance());
        json.writeName("detectors");
        json.writeStartObject();
        for (Stream stream : Stream.values()) {
            json.writeNumberProperty(stream.name(), trust.nearness().getOrDefault(stream, 0.0));
        }
        json.writeEndObject();
        json.writeBooleanProperty("stale", trust.stale());
        json.writeStringProperty("weights", credibility.weights());
        json.writeStringProperty("bounds", credibility.bounds());
        json.writeStringProperty("created_at", trust.at().toString());
        json.writeEndObject();
    }

    private static void mean(JsonGenerator json, String name, Moments moments) {
        ChangeJson.finite(
                json,
                name,
                moments.count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(moments.mean()));
    }
}
