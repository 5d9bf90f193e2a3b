package io.praetor.log;

import io.praetor.situation.Action;
import io.praetor.situation.Actor;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Approval;
import io.praetor.situation.ApprovalKind;
import io.praetor.situation.Context;
import io.praetor.situation.CouplingState;
import io.praetor.situation.Environment;
import io.praetor.situation.Identity;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Resource;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import io.praetor.situation.Trend;
import io.praetor.situation.Trust;
import java.time.Instant;
import java.util.List;

/**
 * A situation in canonical form. Members are named as conditions name them; what is absent or empty
 * is left out, and reads back the same.
 */
final class SituationJson {
    private SituationJson() {}

    static CanonicalJson write(Situation situation) {
        CanonicalWriter writer = new CanonicalWriter().open();
        writeAction(writer.name("action"), situation.action());
        writeActor(writer.name("actor"), situation.actor());
        writer.text("at", situation.at().toString());
        writeContext(writer.name("context"), situation.context());
        writer.text("request_id", situation.requestId());
        writeResource(writer.name("resource"), situation.resource());
        return writer.close().toJson();
    }

    static Situation read(Fields fields) {
        return new Situation(
                fields.textIfAny("request_id"),
                readActor(fields.object("actor")),
                readAction(fields.object("action")),
                readResource(fields.object("resource")),
                readContext(fields.object("context")),
                Instant.parse(fields.text("at")));
    }

    private static void writeAction(CanonicalWriter writer, Action action) {
        writer.open()
                .text("description", action.description())
                .tree("parameters", action.parameters().values())
                .text("type", action.type())
                .close();
    }

    private static Action readAction(Fields fields) {
        return new Action(
                fields.text("type"),
                fields.attributes("parameters"),
                fields.textIfAny("description"));
    }

    private static void writeActor(CanonicalWriter writer, Actor actor) {
        writer.open().number("atp", actor.atpAvailable()).text("id", actor.id());
        Identity identity = actor.identity();
        if (!identity.equals(Identity.UNKNOWN)) {
            writer.name("identity")
                    .open()
                    .number("coherence", identity.coherence())
                    .text("level", identity.level().map(IdentityLevel::label))
                    .text("trend", identity.trend().map(Trend::label))
                    .close();
        }
        writer.text("kind", actor.kind().label())
                .tree("properties", actor.properties().values())
                .text("role", actor.role());
        Trust trust = actor.trust();
        if (!trust.equals(Trust.UNKNOWN)) {
            writer.name("trust")
                    .open()
                    .number("competence", trust.competence())
                    .number("integrity", trust.integrity())
                    .number("reliability", trust.reliability())
                    .close();
        }
        writer.close();
    }

    private static Actor readActor(Fields fields) {
        Fields identity = fields.objectOrEmpty("identity");
        Fields trust = fields.objectOrEmpty("trust");
        return new Actor(
                fields.text("id"),
                fields.label("kind", ActorKind.class),
                fields.textIfAny("role"),
                new Trust(
                        trust.numberIfAny("competence"),
                        trust.numberIfAny("reliability"),
                        trust.numberIfAny("integrity")),
                new Identity(
                        identity.labelIfAny("level", IdentityLevel.class),
                        identity.numberIfAny("coherence"),
                        identity.labelIfAny("trend", Trend.class)),
                fields.numberIfAny("atp"),
                fields.attributes("properties"));
    }

    private static void writeResource(CanonicalWriter writer, Resource resource) {
        writer.open()
                .text("environment", resource.environment().label())
                .text("id", resource.id())
                .text("name", resource.name())
                .tree("properties", resource.properties().values())
                .text("scheme", resource.scheme())
                .close();
    }

    private static Resource readResource(Fields fields) {
        return new Resource(
                fields.text("id"),
                fields.text("scheme"),
                fields.text("name"),
                fields.label("environment", Environment.class),
                fields.attributes("properties"));
    }

    private static void writeContext(CanonicalWriter writer, Context context) {
        writer.open().text("approval_pending", context.approvalPending());
        writeApprovals(writer, context.approvals());
        writer.tree("counters", context.counters().values())
                .text("coupling", context.coherence().coupling().map(CouplingState::label))
                .number("d9_score", context.coherence().d9Score())
                .tree("extras", context.extras().values())
                .texts("history", context.history())
                .text("incident", context.incident())
                .text("intent", context.intent());
        context.mfa().ifPresent(mfa -> writer.flag("mfa", mfa));
        writer.text("norms", context.teamNorms())
                .text("risk", context.callerRisk().map(RiskLevel::label))
                .number("self_reference_rate", context.coherence().selfReferenceRate())
                .text("session", context.sessionId())
                .tree("signals", context.signals().values())
                .text("team", context.team())
                .close();
    }

    private static void writeApprovals(CanonicalWriter writer, List<Approval> approvals) {
        if (approvals.isEmpty()) {
            return;
        }
        writer.name("approvals").openList();
        for (Approval approval : approvals) {
            writer.open()
                    .text("at", approval.at().toString())
                    .text("by", approval.by())
                    .text("kind", approval.kind().label())
                    .text("obligation", approval.obligation())
                    .text("role", approval.role())
                    .close();
        }
        writer.closeList();
    }

    private static Context readContext(Fields fields) {
        return new Context(
                fields.textIfAny("team"),
                fields.textIfAny("norms"),
                fields.texts("history"),
                fields.textIfAny("intent"),
                fields.labelIfAny("risk", RiskLevel.class),
                fields.textIfAny("incident"),
                fields.textIfAny("approval_pending"),
                fields.textIfAny("session"),
                fields.attributes("signals"),
                new Context.CoherenceState(
                        fields.numberIfAny("d9_score"),
                        fields.numberIfAny("self_reference_rate"),
                        fields.labelIfAny("coupling", CouplingState.class)),
                fields.objects("approvals").stream().map(SituationJson::readApproval).toList(),
                fields.flagIfAny("mfa"),
                fields.attributes("counters"),
                fields.attributes("extras"));
    }

    private static Approval readApproval(Fields fields) {
        return new Approval(
                fields.text("by"),
                fields.textIfAny("role"),
                fields.label("kind", ApprovalKind.class),
                Instant.parse(fields.text("at")),
                fields.textIfAny("obligation"));
    }
}
