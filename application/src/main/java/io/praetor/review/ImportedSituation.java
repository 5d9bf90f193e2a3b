package io.praetor.review;

import io.praetor.log.LogEntry.ImportedRecord;
import io.praetor.situation.Attributes;
import io.praetor.situation.Labels;
import io.praetor.situation.Resource;
import io.praetor.situation.dialect.DoorLimits;
import io.praetor.situation.dialect.JsonReading;
import io.praetor.situation.dialect.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the situation of an imported decision says, as far as it can be read: the seed's flat names
 * and the shorter ones of its scenarios.
 */
record ImportedSituation(Attributes said) {

    /** Nothing is said where it was erased or is no JSON object. */
    static ImportedSituation of(ImportedRecord imported) {
        byte[] text =
                Optional.ofNullable(imported.personal().get("situation"))
                        .map(String::valueOf)
                        .orElse("{}")
                        .getBytes(StandardCharsets.UTF_8);
        return new ImportedSituation(
                switch (StrictJson.read(text, DoorLimits.REQUEST)) {
                    case JsonReading.Parsed parsed -> parsed.object();
                    case JsonReading.Malformed _ -> Attributes.NONE;
                });
    }

    String action() {
        return first("action_type", "action").orElse("");
    }

    String role() {
        return first("actor_role", "role").orElse("");
    }

    String environment() {
        return first("resource", "target")
                .map(id -> Labels.of(Resource.of(id).environment()))
                .orElse("");
    }

    Set<String> people() {
        return Stream.of("actor_id", "actor", "owner", "operator", "on_behalf_of")
                .flatMap(name -> said.text(name).stream())
                .collect(Collectors.toSet());
    }

    private Optional<String> first(String... names) {
        return List.of(names).stream().flatMap(name -> said.text(name).stream()).findFirst();
    }
}
