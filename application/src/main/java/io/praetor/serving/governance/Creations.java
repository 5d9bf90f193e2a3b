package io.praetor.serving.governance;

import io.praetor.governance.Assignment;
import io.praetor.governance.Family;
import io.praetor.governance.FamilyConfig;
import io.praetor.governance.FamilyScope;
import io.praetor.governance.Version;
import io.praetor.governance.control.Founding;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.life.RiskTier;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.Json;
import io.praetor.situation.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** {@code POST /meta_policy}: a person creates a family with the version that acts first. */
record Creations(Founding founding) {
    Reply create(Request request) {
        Form form = Form.of(request.body());
        String person = request.caller().name();
        Instant now = founding.clock().instant();
        try {
            Family family = family(form, person, now);
            Form shipped = form.object("default");
            Version version = Manifests.version(shipped, family.id(), person, now);
            String report = shipped.text("suite_report_sha256");
            List<Refusal> refusals = form.refusals();
            return refusals.isEmpty()
                    ? answer(founding.found(family, version, report, person))
                    : Problems.malformed(refusals);
        } catch (IllegalArgumentException refused) {
            List<Refusal> refusals = form.refusals();
            return refusals.isEmpty() ? Problems.malformed(refused) : Problems.malformed(refusals);
        }
    }

    private static Reply answer(Founding.Answer answer) {
        return switch (answer) {
            case Founding.Answer.Founded founded ->
                    Reply.json(Json.bytes(json -> FamilyJson.write(json, founded.record())));
            case Founding.Answer.Refused refused -> Problems.of(HttpStatus.CONFLICT, refused.why());
        };
    }

    private static Family family(Form form, String person, Instant now) {
        Assignment assignment =
                new Assignment(
                        Set.copyOf(form.texts("participants")),
                        Set.copyOf(form.texts("groups")),
                        Set.copyOf(form.texts("tasks")));
        return new Family(
                form.text("id"),
                form.text("name"),
                form.choice("scope", FamilyScope.values()).orElse(FamilyScope.BOTH),
                form.optional("description").orElse(""),
                form.choice("risk_tier", RiskTier.values()).orElse(RiskTier.RESTRICTED),
                form.optional("owner").orElse(person),
                assignment,
                config(form),
                form.optional("notes").orElse(""),
                now);
    }

    private static FamilyConfig config(Form form) {
        List<String> clusters = form.texts("clusters");
        FamilyConfig config =
                clusters.isEmpty()
                        ? FamilyConfig.DEFAULT
                        : FamilyConfig.withClusters(
                                form.optional("codebook").orElse("own-1"),
                                clusters.stream().map(Cluster::new).toList());
        config.settings();
        return form.flag("blocks_clusters").orElse(false) ? config.blockingClusters() : config;
    }
}
