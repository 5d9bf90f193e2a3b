package io.praetor.serving.governance;

import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.VersionStore.Kept;
import io.praetor.governance.recording.EpisodeDesk;
import io.praetor.governance.recording.OutcomeReport;
import io.praetor.governance.selection.MetaContexts;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Episode;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.OverrideSense;
import io.praetor.rollout.evidence.Overrider;
import io.praetor.rollout.evidence.Oversight;
import io.praetor.rollout.evidence.SafetyFlag;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.selection.Selection.Reason;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.Json;
import io.praetor.situation.Refusal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Episodes of versions that act elsewhere, and what came of any episode. */
record Observations(EpisodeDesk desk) {
    /** {@code POST /meta_policy/{id}/episodes}. */
    Reply episode(Request request) {
        Form form = Form.of(request.body());
        return kept(
                form,
                () -> {
                    RecordedEpisode episode = episode(form, request.parameter("id").orElse(""));
                    return () -> desk.keep(episode);
                });
    }

    /** {@code POST /meta_policy/outcomes}. */
    Reply outcome(Request request) {
        Form form = Form.of(request.body());
        return kept(
                form,
                () -> {
                    OutcomeReport report = report(form);
                    return () -> desk.keep(report);
                });
    }

    /** Nothing is kept while anything in the request is wrong. */
    private static Reply kept(Form form, Supplier<Supplier<Kept>> read) {
        try {
            Supplier<Kept> keeping = read.get();
            List<Refusal> refusals = form.refusals();
            return refusals.isEmpty() ? reply(keeping.get()) : Problems.malformed(refusals);
        } catch (IllegalArgumentException refused) {
            List<Refusal> refusals = form.refusals();
            return refusals.isEmpty() ? Problems.malformed(refused) : Problems.malformed(refusals);
        }
    }

    private static Reply reply(Kept kept) {
        return switch (kept) {
            case KEPT, ALREADY ->
                    Reply.json(
                            Json.bytes(
                                    json -> {
                                        json.writeStartObject();
                                        json.writeStringProperty("kept", kept.name());
                                        json.writeEndObject();
                                    }));
            case CONFLICT ->
                    Problems.of(HttpStatus.CONFLICT, "something else is kept under this id");
            case UNKNOWN ->
                    Problems.of(
                            HttpStatus.NOT_FOUND, "the family, version or episode is not there");
        };
    }

    private RecordedEpisode episode(Form form, String family) {
        return new RecordedEpisode(
                form.text("id"),
                family,
                new Episode(
                        new VersionId(form.text("version_id")),
                        form.choice("mode", Mode.values()).orElse(Mode.SHADOW),
                        new Cluster(form.text("cluster")),
                        form.number("potency").orElse(0),
                        form.number("propensity").orElse(1)),
                form.text("situation"),
                MetaContexts.of(form.value("meta")),
                form.choice("reason", Reason.values()).orElse(Reason.DEFAULT),
                form.whole("revision").orElse(0),
                form.instant("at").orElseGet(() -> desk.clock().instant()));
    }

    private static OutcomeReport report(Form form) {
        return new OutcomeReport(
                form.text("episode"),
                form.number("reward"),
                form.number("coherence_after"),
                form.number("delta_accuracy"),
                form.number("delta_calibration"),
                form.number("delta_latency"),
                oversight(form),
                flags(form),
                form.flag("default_agreed"));
    }

    private static Oversight oversight(Form form) {
        Set<Overrider> overriders = EnumSet.noneOf(Overrider.class);
        for (String name : form.texts("overridden_by")) {
            named(form, "overridden_by", name, Overrider.values()).ifPresent(overriders::add);
        }
        return new Oversight(
                form.flag("reviewed").orElse(false),
                form.flag("blind").orElse(false),
                overriders,
                form.choice("sense", OverrideSense.values()));
    }

    private static Set<SafetyFlag> flags(Form form) {
        Set<SafetyFlag> flags = EnumSet.noneOf(SafetyFlag.class);
        for (String name : form.texts("flags")) {
            named(form, "flags", name, SafetyFlag.values()).ifPresent(flags::add);
        }
        return flags;
    }

    private static <E extends Enum<E>> Optional<E> named(
            Form form, String field, String name, E[] known) {
        Optional<E> found =
                Arrays.stream(known)
                        .filter(it -> it.name().equals(name.toUpperCase(Locale.ROOT)))
                        .findFirst();
        if (found.isEmpty()) {
            form.refuse(field, "has `%s`, expected %s".formatted(name, Arrays.toString(known)));
        }
        return found;
    }
}
