package io.praetor.policy.reading;

import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.Rule;
import io.praetor.policy.Section;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the sections and the rules in them. */
final class SectionBinder {
    private final RuleBinder rules;
    private final Problems problems;
    private final Names sectionIds = new Names("section");

    SectionBinder(RuleBinder rules, Problems problems) {
        this.rules = rules;
        this.problems = problems;
    }

    List<Section> bind(Fields top) {
        List<Section> sections =
                top.items("sections").stream().flatMap(node -> section(node).stream()).toList();
        if (sections.isEmpty() && top.has("sections")) {
            problems.error(top.positionOf("sections"), "`sections` lists nothing");
        }
        return sections;
    }

    private Optional<Section> section(Node node) {
        return Fields.of(node, PolicyShapes.SECTION, problems).flatMap(this::section);
    }

    private Optional<Section> section(Fields fields) {
        Optional<Scalar> id =
                fields.scalar("id")
                        .filter(name -> Names.isId("section", name, problems))
                        .filter(name -> sectionIds.isNew(name, problems));
        Optional<CombiningAlgorithm> combine = fields.choice("combine", Words.ALGORITHMS);
        if (combine.isEmpty()) {
            return Optional.empty();
        }
        if (fields.node("rules").orElse(null) instanceof Node.Sequence(List<Node> none, var at)
                && none.isEmpty()) {
            problems.warning(at, "this section has no rules");
        }
        return Optional.of(
                new Section(
                        id.map(Scalar::text).orElse(""),
                        combine.get(),
                        rulesOf(fields, combine.get())));
    }

    private List<Rule> rulesOf(Fields section, CombiningAlgorithm combine) {
        List<RuleBinder.Read> read =
                section.items("rules").stream()
                        .flatMap(node -> rules.bind(node, combine).stream())
                        .toList();
        List<Rule> bound = read.stream().map(RuleBinder.Read::rule).toList();
        switch (combine) {
            case LAW -> refuseSecondRules(read);
            case FIRST_MATCH -> askForPriorities(bound);
            case DENY_OVERRIDES -> {}
        }
        return bound;
    }

    /** A law has one rule for an action, or its order would decide. */
    private void refuseSecondRules(List<RuleBinder.Read> read) {
        Map<String, Rule> byAction = new HashMap<>();
        for (RuleBinder.Read one : read) {
            one.actions()
                    .forEach((action, name) -> refuseSecond(action, name, one.rule(), byAction));
        }
    }

    private void refuseSecond(String action, Scalar name, Rule rule, Map<String, Rule> byAction) {
        Rule before = byAction.putIfAbsent(action, rule);
        if (before != null) {
            problems.error(
                    name.position(),
                    "action %s has rule %s in this section already"
                            .formatted(
                                    Problems.quoted(action), Problems.quoted(before.id().value())));
        }
    }

    /** Rules of a section have priorities, or none has and their order decides. */
    private void askForPriorities(List<Rule> read) {
        boolean some = read.stream().anyMatch(rule -> rule.priority().isPresent());
        for (Rule rule : read) {
            if (some && rule.priority().isEmpty()) {
                problems.error(rule.position(), "`priority` is missing; other rules here have one");
            }
        }
    }
}
