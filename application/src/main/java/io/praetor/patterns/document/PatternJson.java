package io.praetor.patterns.document;

import io.praetor.patterns.Constraint;
import io.praetor.patterns.Frame;
import io.praetor.patterns.MatchingRules;
import io.praetor.patterns.Pattern;
import io.praetor.patterns.Pattern.Evidence;
import io.praetor.patterns.Pattern.Standing;
import io.praetor.patterns.Pattern.State;
import io.praetor.patterns.PatternContent;
import io.praetor.patterns.PatternId;
import io.praetor.patterns.Shingles;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.situation.Labels;
import io.praetor.situation.RiskLevel;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One pattern as a JSON object: seed 000's members, and under {@code praetor} what they have no
 * room for. What it writes it reads back equal.
 */
public final class PatternJson {
    private PatternJson() {}

    /** The object, for a file or a store. */
    public static ObjectNode write(Pattern pattern) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("pattern_id", pattern.id().value());
        json.put("description", pattern.description());
        ObjectNode matching = json.putObject("matching_rules");
        matching.put("action_type", pattern.matching().frame().action());
        var features = matching.putArray("context_features");
        pattern.matching()
                .inputs()
                .forEach((name, constraint) -> features.add(name + "=" + constraint));
        matching.putObject("thresholds")
                .put("answers_at", pattern.needed())
                .put("unseen_shingles", pattern.matching().unseenMax());
        json.put("decision", pattern.effect().label());
        json.put("confidence", pattern.evidence().confidence());
        json.put("validation_count", pattern.evidence().validations());
        json.put("last_validated", pattern.evidence().lastValidated().toString());
        writeRest(json.putObject("praetor"), pattern);
        return json;
    }

    private static void writeRest(ObjectNode json, Pattern pattern) {
        MatchingRules matching = pattern.matching();
        json.put("policy", matching.policy());
        json.put("rules", matching.frame().rules());
        json.put("risk", matching.frame().risk().label());
        json.put("said", matching.frame().said());
        ObjectNode inputs = json.putObject("inputs");
        matching.inputs().forEach((name, constraint) -> write(inputs.putObject(name), constraint));
        json.put("words", text(matching.words()));
        var clauses = json.putArray("clauses");
        pattern.clauses().forEach(clause -> clauses.add(clause.value()));
        ObjectNode digests = json.putObject("digests");
        new TreeMap<>(pattern.digests()).forEach((id, hash) -> digests.put(id.value(), hash));
        json.put("learnt_under", pattern.learntUnder());
        var carriers = json.putArray("carriers");
        pattern.carriers().forEach(carriers::add);
        json.put("contradictions", pattern.evidence().contradictions());
        var reviews = json.putArray("reviews");
        pattern.evidence().reviews().forEach(reviews::add);
        json.put("state", pattern.standing().state().label());
        json.put("since", pattern.standing().since().toString());
        json.put("by", pattern.standing().by());
        json.put("reason", pattern.standing().reason());
        pattern.standing().doubted().ifPresent(at -> json.put("doubted", at.toString()));
    }

    private static void write(ObjectNode json, Constraint constraint) {
        switch (constraint) {
            case Constraint.OneOf one -> {
                var values = json.putArray("one_of");
                new TreeSet<>(one.values()).forEach(values::add);
            }
            case Constraint.Immaterial any -> {
                var except = json.putArray("except");
                new TreeSet<>(any.except()).forEach(except::add);
                json.put("seen", any.seen()).put("beside", any.beside());
            }
        }
    }

    /**
     * Reads one object back.
     *
     * @throws IllegalArgumentException where a member is missing or wrong, and which
     */
    public static Pattern read(JsonNode json) {
        JsonNode rest = json.path("praetor");
        if (!rest.isObject()) {
            throw new IllegalArgumentException(
                    "pattern `%s`: no member `praetor`, so it is not said which inputs are"
                                    .formatted(json.path("pattern_id").asString(""))
                            + " immaterial; export it from a praetor");
        }
        MatchingRules matching = matching(json, rest);
        Effect effect = label(Effect.class, text(json, "decision"));
        List<ClauseId> clauses = texts(rest.path("clauses")).stream().map(ClauseId::new).toList();
        PatternId id = PatternContent.id(matching, effect, clauses);
        if (!id.value().equals(text(json, "pattern_id"))) {
            throw new IllegalArgumentException(
                    "pattern `%s`: its content has the id `%s`; it was changed after its export"
                            .formatted(text(json, "pattern_id"), id));
        }
        Map<ClauseId, String> digests = new HashMap<>();
        rest.path("digests")
                .properties()
                .forEach(
                        each ->
                                digests.put(
                                        new ClauseId(each.getKey()), each.getValue().asString()));
        return new Pattern(
                id,
                text(json, "description"),
                matching,
                effect,
                clauses,
                text(rest, "learnt_under"),
                digests,
                texts(rest.path("carriers")),
                new Evidence(
                        count(json, "validation_count"),
                        count(rest, "contradictions"),
                        instant(json, "last_validated"),
                        texts(rest.path("reviews"))),
                standing(rest));
    }

    private static MatchingRules matching(JsonNode json, JsonNode rest) {
        return new MatchingRules(
                text(rest, "policy"),
                new Frame(
                        text(json.path("matching_rules"), "action_type"),
                        text(rest, "rules"),
                        label(RiskLevel.class, text(rest, "risk")),
                        text(rest, "said")),
                inputs(rest.path("inputs")),
                words(text(rest, "words")),
                json.path("matching_rules").path("thresholds").path("unseen_shingles").asInt(0));
    }

    private static Standing standing(JsonNode rest) {
        return new Standing(
                label(State.class, text(rest, "state")),
                instant(rest, "since"),
                text(rest, "by"),
                text(rest, "reason"),
                rest.has("doubted") ? Optional.of(instant(rest, "doubted")) : Optional.empty());
    }

    private static Map<String, Constraint> inputs(JsonNode json) {
        Map<String, Constraint> inputs = new HashMap<>();
        json.properties().forEach(each -> inputs.put(each.getKey(), constraint(each.getValue())));
        return inputs;
    }

    private static Constraint constraint(JsonNode json) {
        return json.has("one_of")
                ? new Constraint.OneOf(Set.copyOf(texts(json.path("one_of"))))
                : new Constraint.Immaterial(
                        new HashSet<>(texts(json.path("except"))),
                        count(json, "seen"),
                        count(json, "beside"));
    }

    private static String text(Shingles words) {
        ByteBuffer bytes = ByteBuffer.allocate(words.size() * Long.BYTES);
        bytes.asLongBuffer().put(words.toArray());
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static Shingles words(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        long[] hashes = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(hashes);
        return Shingles.of(hashes);
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    private static String text(JsonNode json, String name) {
        if (!json.path(name).isString()) {
            throw new IllegalArgumentException("pattern: `%s` is no text".formatted(name));
        }
        return json.path(name).asString();
    }

    private static int count(JsonNode json, String name) {
        if (!json.path(name).isInt() || json.path(name).asInt() < 0) {
            throw new IllegalArgumentException("pattern: `%s` is no count".formatted(name));
        }
        return json.path(name).asInt();
    }

    private static Instant instant(JsonNode json, String name) {
        try {
            return Instant.parse(text(json, name));
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "pattern: `%s` is no instant".formatted(name), wrong);
        }
    }

    private static <E extends Enum<E>> E label(Class<E> type, String text) {
        return Labels.read(type, text)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "pattern: `%s` is no %s"
                                                .formatted(text, type.getSimpleName())));
    }
}
