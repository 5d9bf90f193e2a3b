package io.praetor.serving.governance;

import io.praetor.governance.FamilyRecord;
import io.praetor.governance.VersionStore;
import io.praetor.governance.selection.FamilyViews;
import io.praetor.governance.selection.MetaContexts;
import io.praetor.governance.selection.Question;
import io.praetor.governance.selection.VersionSelection;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.Json;
import io.praetor.situation.Environment;
import io.praetor.situation.Refusal;
import io.praetor.situation.RiskLevel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which family is for somebody, and which version would act; nothing changes. */
record Choices(FamilyViews views, VersionSelection selection, InstantSource clock) {
    /** {@code GET /meta_policy/active}. */
    Reply active(Request request) {
        Optional<FamilyRecord> found =
                views.familyFor(
                        request.parameter("participant"),
                        request.parameter("group"),
                        request.parameter("task").map(List::of).orElse(List.of()));
        return found.map(record -> Reply.json(Json.bytes(json -> FamilyJson.write(json, record))))
                .orElseGet(
                        () ->
                                Problems.of(
                                        HttpStatus.NOT_FOUND,
                                        "no family for these; the installed policy acts"));
    }

    /** {@code POST /meta_policy/{id}/select}: a rehearsal, answered from memory. */
    Reply select(Request request, VersionStore store) {
        String id = request.parameter("id").orElse("");
        Form form = Form.of(request.body());
        Question question = question(form);
        List<Refusal> refusals = form.refusals();
        if (!refusals.isEmpty()) {
            return Problems.malformed(refusals);
        }
        Optional<FamilyRecord> record =
                views.byId(id).or(() -> views.storeAnswers() ? store.family(id) : Optional.empty());
        return record.map(
                        it ->
                                Reply.json(
                                        Json.bytes(
                                                json ->
                                                        EpisodeJson.write(
                                                                json,
                                                                selection.rehearse(it, question)))))
                .orElseGet(() -> Problems.noSuchFamily(id));
    }

    private Question question(Form form) {
        Optional<String> family = form.optional("action_family");
        List<String> tasks = new ArrayList<>(form.optional("task").stream().toList());
        family.ifPresent(tasks::add);
        return new Question(
                form.text("request_id"),
                form.optional("participant"),
                form.optional("group"),
                tasks,
                family.orElse(Question.OTHER),
                // What is at stake is not assumed to be little.
                form.choice("risk", RiskLevel.values()).orElse(RiskLevel.CRITICAL),
                form.choice("environment", Environment.values()).orElse(Environment.NONE),
                MetaContexts.of(form.value("meta")),
                clock.instant());
    }
}
