package io.praetor.serving.authzen;

import io.praetor.log.CanonicalJson;
import io.praetor.serving.json.JsonTree;
import io.praetor.situation.Refusal;
import io.praetor.situation.dialect.DoorLimits;
import io.praetor.situation.dialect.JsonReading;
import io.praetor.situation.dialect.StrictJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A search as it was asked (sections 8.4 to 8.6).
 *
 * @param given subject, action, resource and context as sent; what is searched for is left out
 * @param searchedType the type searched for; empty in a search for actions
 */
record SearchRequest(
        SearchKind kind,
        Map<String, @Nullable Object> given,
        String searchedType,
        PageRequest page) {
    /** Stands where a candidate will, to find out whether the rest of the request holds up. */
    private static final String ANYBODY = "anybody";

    /** What became of a search's body. */
    sealed interface Reading {
        record Read(SearchRequest request) implements Reading {}

        record Malformed(List<Refusal> refusals) implements Reading {
            public Malformed {
                refusals = List.copyOf(refusals);
            }
        }
    }

    static Reading read(SearchKind kind, byte[] body) {
        return switch (StrictJson.read(body, DoorLimits.REQUEST)) {
            case JsonReading.Malformed malformed -> new Reading.Malformed(malformed.refusals());
            case JsonReading.Parsed parsed -> of(kind, parsed.object().values());
        };
    }

    private static Reading of(SearchKind kind, Map<String, @Nullable Object> body) {
        List<Refusal> refusals = new ArrayList<>();
        PageRequest page = PageRequest.read(body, refusals);
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        for (String key : EvaluationsBody.DEFAULTS) {
            if (body.containsKey(key) && !key.equals(kind.label())) {
                given.put(key, body.get(key));
            }
        }
        String type = kind == SearchKind.ACTION ? "" : searchedType(kind, body, refusals);
        return refusals.isEmpty()
                ? new Reading.Read(new SearchRequest(kind, given, type, page))
                : new Reading.Malformed(refusals);
    }

    private static String searchedType(
            SearchKind kind, Map<String, @Nullable Object> body, List<Refusal> refusals) {
        String key = kind.label();
        if (!body.containsKey(key)) {
            refusals.add(new Refusal(key, "is missing"));
            return "";
        }
        Optional<Map<String, @Nullable Object>> searched = JsonTree.object(body.get(key));
        if (searched.isEmpty()) {
            refusals.add(new Refusal(key, "is not an object"));
            return "";
        }
        if (searched.get().get("type") instanceof String type && !type.isEmpty()) {
            return type;
        }
        refusals.add(new Refusal(key + ".type", "is missing or not a text"));
        return "";
    }

    /** The type of an entity that is given, as sent. */
    String typeOf(String key) {
        return JsonTree.object(given.get(key))
                .map(entity -> entity.get("type"))
                .map(String::valueOf)
                .orElse("");
    }

    /** The evaluation that asks about one candidate. */
    Map<String, @Nullable Object> about(Entity candidate) {
        return with(Map.of("type", candidate.type(), "id", candidate.id()));
    }

    /** The evaluation that asks about one action. */
    Map<String, @Nullable Object> about(String action) {
        return with(Map.of("name", action));
    }

    /** The evaluation with something in the searched place, whatever it is. */
    Map<String, @Nullable Object> aboutAnybody() {
        return kind == SearchKind.ACTION
                ? about(ANYBODY)
                : about(new Entity(searchedType, ANYBODY, ANYBODY));
    }

    /**
     * Bytes that tell this search, under one policy, from every other; the page apart.
     *
     * @param policyHash of the policy that decides it
     */
    byte[] identity(String policyHash) {
        return CanonicalJson.of(
                        List.of(kind.label(), searchedType, new LinkedHashMap<>(given), policyHash))
                .toBytes();
    }

    private Map<String, @Nullable Object> with(Map<String, @Nullable Object> candidate) {
        Map<String, @Nullable Object> evaluation = new LinkedHashMap<>(given);
        evaluation.put(kind.label(), candidate);
        return evaluation;
    }
}
