package io.praetor.policy.reading;

import io.praetor.policy.Rule;
import io.praetor.policy.Section;
import io.praetor.policy.document.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Finds rules that can never settle anything because another one is there. It reports only what is
 * certain: a rule counts as wider than another when every part of its target, its trust test and
 * its condition is at least as wide, told from the text.
 */
final class Shadows {
    /** Pairs looked at in one section; a section with more is generated, and its lint too. */
    private static final int PAIRS_MAX = 1_000_000;

    private final Problems problems;
    private final Map<String, List<Rule>> byAction = new HashMap<>();
    private final List<Rule> anyAction = new ArrayList<>();
    private int pairs;

    private Shadows(Problems problems) {
        this.problems = problems;
    }

    /** The first match decides: a later rule that matches no more than an earlier one is idle. */
    static void firstMatch(Section section, Problems problems) {
        Shadows before = new Shadows(problems);
        for (Rule rule : inOrder(section)) {
            before.first(rule, Width::covers)
                    .ifPresent(
                            wider ->
                                    problems.warning(
                                            rule.position(),
                                            "rule %s can never fire: %s matches first"
                                                    .formatted(name(rule), where(wider))));
            before.add(rule);
        }
    }

    private static List<Rule> inOrder(Section section) {
        return section.rules().stream()
                .sorted(Comparator.comparingInt(rule -> rule.priority().orElse(0)))
                .toList();
    }

    /** The strictest wins: a rule with a stricter one over all of it never decides. */
    static void denyOverrides(Section section, Problems problems) {
        Shadows all = new Shadows(problems);
        section.rules().forEach(all::add);
        Shadows before = new Shadows(problems);
        for (Rule rule : section.rules()) {
            before.first(rule, Width::sameAs).ifPresent(same -> before.repeats(rule, same));
            all.first(rule, Shadows::outdoes)
                    .ifPresent(
                            stricter ->
                                    problems.warning(
                                            rule.position(),
                                            "rule %s never decides: %s is stricter and as wide"
                                                    .formatted(name(rule), where(stricter))));
            before.add(rule);
        }
    }

    private void repeats(Rule rule, Rule same) {
        problems.warning(
                rule.position(),
                "rule %s has the same target and condition as %s"
                        .formatted(name(rule), where(same)));
    }

    private static boolean outdoes(Rule wider, Rule rule) {
        return wider.effect().isStricterThan(rule.effect()) && Width.covers(wider, rule);
    }

    private void add(Rule rule) {
        if (rule.target().actions().isEmpty()) {
            anyAction.add(rule);
        }
        for (String action : rule.target().actions()) {
            byAction.computeIfAbsent(action, name -> new ArrayList<>()).add(rule);
        }
    }

    /** The first added rule that stands to {@code rule} as {@code relation} says. */
    private Optional<Rule> first(Rule rule, BiPredicate<Rule, Rule> relation) {
        List<Rule> sharing =
                rule.target().actions().stream()
                        .min(Comparator.comparingInt(action -> rulesOn(action).size()))
                        .map(this::rulesOn)
                        .orElse(List.of());
        pairs += sharing.size() + anyAction.size();
        if (pairs > PAIRS_MAX) {
            return Optional.empty();
        }
        return Stream.concat(sharing.stream(), anyAction.stream())
                .filter(other -> !other.id().equals(rule.id()) && relation.test(other, rule))
                .findFirst();
    }

    private List<Rule> rulesOn(String action) {
        return byAction.getOrDefault(action, List.of());
    }

    private static String name(Rule rule) {
        return Problems.quoted(rule.id().value());
    }

    private static String where(Rule rule) {
        return name(rule) + " in line " + rule.position().line();
    }
}
