package io.praetor.serving.governance;

import io.praetor.governance.EpisodeView;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.RefusedChange;
import io.praetor.governance.TrustSnapshot;
import io.praetor.governance.Version;
import io.praetor.governance.VersionStore;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Change;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.Json;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonGenerator;

/** What is known of families, versions, episodes and changes. */
record Reads(VersionStore store, InstantSource clock) {
    /** Rows in a page where the client does not say. */
    private static final int PAGE = 100;

    Reply families() {
        List<FamilyRecord> families = store.families();
        return Reply.json(
                Json.bytes(
                        json -> {
                            json.writeStartObject();
                            json.writeArrayPropertyStart("meta_policies");
                            families.forEach(record -> FamilyJson.write(json, record));
                            json.writeEndArray();
                            json.writeEndObject();
                        }));
    }

    Reply status(Request request) {
        return ofFamily(
                request, record -> Reply.json(Json.bytes(json -> FamilyJson.write(json, record))));
    }

    Reply versions(Request request) {
        return ofFamily(
                request,
                record ->
                        Reply.json(
                                Json.bytes(
                                        json -> {
                                            json.writeStartObject();
                                            json.writeArrayPropertyStart("versions");
                                            for (Version version : record.versions()) {
                                                VersionJson.write(
                                                        json, record, version, clock.instant());
                                            }
                                            json.writeEndArray();
                                            json.writeEndObject();
                                        })));
    }

    Reply trust(Request request) {
        VersionId id = new VersionId(request.parameter("version").orElse("-"));
        return ofFamily(
                request,
                record -> {
                    if (record.version(id).isEmpty()) {
                        return Problems.of(HttpStatus.NOT_FOUND, "no version `%s`".formatted(id));
                    }
                    List<TrustSnapshot> found =
                            store.snapshots(record.family().id(), id, limit(request).orElse(PAGE));
                    return Reply.json(
                            Json.bytes(
                                    json -> {
                                        json.writeStartObject();
                                        json.writeArrayPropertyStart("snapshots");
                                        found.forEach(it -> VersionJson.write(json, it));
                                        json.writeEndArray();
                                        json.writeEndObject();
                                    }));
                });
    }

    Reply episodes(Request request) {
        return paged(
                request,
                "episodes",
                new Pages<>(store::episodes, EpisodeView::sequence, EpisodeJson::write));
    }

    Reply changes(Request request) {
        return paged(
                request,
                "changes",
                new Pages<>(store::changes, Change::sequence, ChangeJson::write));
    }

    Reply refusals(Request request) {
        return paged(
                request,
                "refusals",
                new Pages<>(store::refusals, RefusedChange::number, ChangeJson::write));
    }

    /** Rows of a family behind a cursor. */
    @FunctionalInterface
    private interface Rows<T> {
        List<T> behind(String family, long cursor, int max);
    }

    private record Pages<T>(
            Rows<T> rows, ToLongFunction<T> cursor, BiConsumer<JsonGenerator, T> writer) {}

    private <T> Reply paged(Request request, String name, Pages<T> pages) {
        Optional<Long> cursor = whole(request.parameter("cursor").orElse("0"));
        Optional<Integer> limit = limit(request);
        if (cursor.isEmpty() || limit.isEmpty()) {
            return Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "`cursor` is the one of the page before, `limit` a number from 1 to "
                            + VersionStore.PAGE_MAX);
        }
        return ofFamily(
                request,
                record -> {
                    List<T> page =
                            pages.rows().behind(record.family().id(), cursor.get(), limit.get());
                    return Reply.json(Json.bytes(json -> write(json, name, page, pages)));
                });
    }

    private static <T> void write(JsonGenerator json, String name, List<T> page, Pages<T> pages) {
        json.writeStartObject();
        json.writeArrayPropertyStart(name);
        page.forEach(row -> pages.writer().accept(json, row));
        json.writeEndArray();
        if (!page.isEmpty()) {
            json.writeNumberProperty("next_cursor", pages.cursor().applyAsLong(page.getLast()));
        }
        json.writeEndObject();
    }

    private Reply ofFamily(Request request, Function<FamilyRecord, Reply> answer) {
        String id = request.parameter("id").orElse("");
        return store.family(id).map(answer).orElseGet(() -> Problems.noSuchFamily(id));
    }

    private static Optional<Integer> limit(Request request) {
        return whole(request.parameter("limit").orElse(Integer.toString(PAGE)))
                .filter(it -> it >= 1 && it <= VersionStore.PAGE_MAX)
                .map(Long::intValue);
    }

    private static Optional<Long> whole(String text) {
        return text.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
