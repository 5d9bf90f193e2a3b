package io.praetor.policy.library;

import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.Condition;
import io.praetor.policy.Obligation;
import io.praetor.policy.PolicySet;
import io.praetor.policy.Rule;
import io.praetor.policy.Section;
import io.praetor.policy.Target;
import io.praetor.policy.TrustTest;
import io.praetor.policy.library.PolicyChanges.Part;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Attributes;
import io.praetor.situation.Labels;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A policy as plain fields by part and id, in the words of its file: what a comparison reads. */
final class PolicyOutline {
    private final Map<Part, Map<String, Map<String, String>>> parts = new EnumMap<>(Part.class);

    private PolicyOutline() {}

    static Map<Part, Map<String, Map<String, String>>> of(PolicySet policy) {
        PolicyOutline outline = new PolicyOutline();
        Settings.of(policy)
                .forEach((id, value) -> outline.put(Part.SETTING, id, Map.of("", value)));
        outline.names(policy);
        for (Section section : policy.sections()) {
            outline.section(section);
        }
        return outline.parts;
    }

    private void put(Part part, String id, Map<String, String> fields) {
        parts.computeIfAbsent(part, any -> new TreeMap<>()).put(id, fields);
    }

    private void names(PolicySet policy) {
        policy.clauses()
                .values()
                .forEach(
                        clause ->
                                put(
                                        Part.CLAUSE,
                                        clause.id().value(),
                                        Map.of(
                                                "text", clause.text(),
                                                "tier", clause.tier().label(),
                                                "potency", number(clause.potency()))));
        policy.families()
                .values()
                .forEach(
                        family ->
                                put(
                                        Part.FAMILY,
                                        family.name(),
                                        Map.of(
                                                "risk", family.risk().label(),
                                                "actions", list(family.actions()))));
        policy.counters()
                .forEach(
                        counter ->
                                put(
                                        Part.COUNTER,
                                        counter.name(),
                                        Map.of(
                                                "per", Labels.of(counter.per()),
                                                "actions", list(counter.actions()),
                                                "window", counter.window().toString())));
        policy.directory()
                .actors()
                .forEach(
                        (id, actor) ->
                                put(
                                        Part.ACTOR,
                                        id,
                                        entity(actor.type(), actor.roles(), actor.properties())));
        policy.directory()
                .resources()
                .forEach(
                        (id, resource) ->
                                put(
                                        Part.RESOURCE,
                                        id,
                                        entity(resource.type(), List.of(), resource.properties())));
    }

    /** Roles keep their order: the first is the one acted in. */
    private static Map<String, String> entity(
            String type, List<String> roles, Attributes properties) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("type", type);
        fields.put("roles", String.join(", ", roles));
        fields.put("properties", properties.isEmpty() ? "" : properties.values().toString());
        return fields;
    }

    private void section(Section section) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("combine", section.combine().label());
        if (section.combine() == CombiningAlgorithm.FIRST_MATCH) {
            fields.put(
                    "order",
                    section.rules().stream()
                            .map(rule -> rule.id().value())
                            .collect(Collectors.joining(", ")));
        }
        put(Part.SECTION, section.id(), fields);
        section.rules().forEach(rule -> put(Part.RULE, rule.id().value(), rule(section, rule)));
    }

    private static Map<String, String> rule(Section section, Rule rule) {
        Map<String, String> fields = new LinkedHashMap<>();
        Target target = rule.target();
        fields.put("section", section.id());
        fields.put("clause", rule.clause().value());
        fields.put("actions", list(target.actions()));
        fields.put("roles", list(target.roles()));
        fields.put("resources", list(target.resources()));
        fields.put("kinds", list(target.kinds().stream().map(ActorKind::label).toList()));
        fields.put("when", rule.when().map(Condition::source).orElse(""));
        fields.put("trust", rule.trust().map(PolicyOutline::trust).orElse(""));
        if (section.combine() != CombiningAlgorithm.LAW) {
            fields.put("effect", rule.effect().label());
        }
        fields.put(
                "asks",
                rule.obligations().stream()
                        .map(PolicyOutline::obligation)
                        .collect(Collectors.joining(", ")));
        fields.put("waived by", rule.waiver().map(waiver -> waiver.clause().value()).orElse(""));
        fields.put("waived when", rule.waiver().map(waiver -> waiver.when().source()).orElse(""));
        fields.put("atp", rule.atpCost() == 0 ? "" : number(rule.atpCost()));
        fields.put("priority", priority(rule.priority()));
        fields.put("reason", rule.reason().orElse(""));
        fields.put("advice", rule.advice().orElse(""));
        return fields;
    }

    private static String priority(OptionalInt priority) {
        return priority.isPresent() ? Integer.toString(priority.getAsInt()) : "";
    }

    private static String trust(TrustTest test) {
        return switch (test) {
            case TrustTest.AtLeast(double threshold) -> "at least " + number(threshold);
            case TrustTest.Below(double threshold) -> "below " + number(threshold);
        };
    }

    static String obligation(Obligation obligation) {
        return switch (obligation) {
            case Obligation.SecondFactor _ -> "a second factor";
            case Obligation.HumanReview(var clause, String why) -> "a person's review: " + why;
            case Obligation.Attestation(var clause, var by, int count, Optional<String> evidence) ->
                    "%d by %s%s"
                            .formatted(
                                    count,
                                    by.label(),
                                    evidence.map(text -> ", evidence: " + text).orElse(""));
        };
    }

    static String list(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    static String number(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
