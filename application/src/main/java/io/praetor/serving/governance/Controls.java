package io.praetor.serving.governance;

import io.praetor.governance.Version;
import io.praetor.governance.control.ControlAnswer;
import io.praetor.governance.control.Demand;
import io.praetor.governance.control.Spawning;
import io.praetor.governance.control.VersionControl;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.family.Grant;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.Json;
import io.praetor.situation.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Changes that callers with the scope {@code govern} ask for; the caller is the person. */
record Controls(VersionControl control) {
    /** What can be asked for here: a candidate comes another way, and nobody asks for GENESIS. */
    private static final RolloutAction[] ACTIONS = {
        RolloutAction.PROMOTE,
        RolloutAction.ROLLBACK,
        RolloutAction.PAUSE,
        RolloutAction.ADVANCE,
        RolloutAction.EXPAND,
        RolloutAction.RESUME,
        RolloutAction.SET_FALLBACK,
        RolloutAction.DEPRECATE,
        RolloutAction.GRANT
    };

    Reply change(Request request) {
        Form form = Form.of(request.body());
        return checked(
                form,
                () -> {
                    Optional<RolloutAction> action = form.choice("action", ACTIONS);
                    if (action.isEmpty() && !form.has("action")) {
                        form.refuse("action", "is missing");
                    }
                    return demand(
                            form,
                            form.text("meta_policy_id"),
                            action.orElse(RolloutAction.PAUSE),
                            request.caller().name());
                });
    }

    Reply spawn(Request request) {
        Form form = Form.of(request.body());
        String person = request.caller().name();
        String family = request.parameter("id").orElse("");
        return checked(form, () -> spawning(form, family, person, control.clock().instant()));
    }

    /** Nothing is asked for while anything in the request is wrong. */
    private Reply checked(Form form, Supplier<Demand> read) {
        try {
            Demand demand = read.get();
            List<Refusal> refusals = form.refusals();
            return refusals.isEmpty() ? reply(control.apply(demand)) : Problems.malformed(refusals);
        } catch (IllegalArgumentException refused) {
            List<Refusal> refusals = form.refusals();
            return refusals.isEmpty() ? Problems.malformed(refused) : Problems.malformed(refusals);
        }
    }

    private static Reply reply(ControlAnswer answer) {
        return switch (answer) {
            case ControlAnswer.Done done ->
                    Reply.json(Json.bytes(json -> ChangeJson.write(json, done.change())));
            case ControlAnswer.NotDone not -> Problems.of(not.refusal());
            case ControlAnswer.Unknown unknown ->
                    Problems.of(HttpStatus.NOT_FOUND, "no " + unknown.what());
            case ControlAnswer.Stale stale -> Problems.of(stale);
            case ControlAnswer.KeyTaken taken ->
                    Problems.of(
                            HttpStatus.CONFLICT,
                            "idempotency key `%s` was used for something else"
                                    .formatted(taken.key()));
        };
    }

    private static Demand demand(Form form, String family, RolloutAction action, String person) {
        return new Demand(
                family,
                Manifests.versionId(form, "version_id"),
                form.optional("cluster").map(Cluster::new),
                action,
                new Initiator.Person(person),
                Optional.empty(),
                form.whole("approves"),
                form.optional("reasoning").orElse(""),
                form.texts("evidence"),
                form.whole("expected_revision"),
                form.optional("idempotency_key"),
                grant(form, action),
                form.flag("artifact_changed").orElse(false),
                Optional.empty());
    }

    private static Optional<Grant> grant(Form form, RolloutAction action) {
        Set<Cluster> scope =
                form.texts("scope").stream().map(Cluster::new).collect(Collectors.toSet());
        Optional<Instant> until = form.instant("expires_at");
        if (action != RolloutAction.GRANT) {
            return Optional.empty();
        }
        if (until.isEmpty()) {
            form.refuse("expires_at", "is missing");
        }
        return until.map(at -> new Grant(scope, at));
    }

    private static Demand spawning(Form form, String family, String person, Instant at) {
        Version version = Manifests.version(form, family, person, at);
        boolean learned = form.flag("learned").orElse(false);
        return new Demand(
                family,
                Optional.of(version.id()),
                Optional.empty(),
                RolloutAction.SPAWN,
                learned ? new Initiator.Learning(person) : new Initiator.Person(person),
                Optional.empty(),
                OptionalLong.empty(),
                version.reasoning(),
                form.texts("evidence"),
                form.whole("expected_revision"),
                form.optional("idempotency_key"),
                Optional.empty(),
                false,
                Optional.of(new Spawning(version, Manifests.suite(form))));
    }
}
