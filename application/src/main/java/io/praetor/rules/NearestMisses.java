package io.praetor.rules;

import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.RuleId;
import io.praetor.rules.condition.Facts;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tries the single changes that rules propose, and keeps those that change the effect. */
final class NearestMisses {
    /** More than these nobody reads. */
    private static final int SHOWN_MAX = 8;

    /** The smallest changes are tried first, and so many at most. */
    private static final int TRIED_MAX = 256;

    /** Words that come to the same, such as two roles, are told together, so many at most. */
    private static final int TOGETHER_MAX = 3;

    private final RuleEngine engine;
    private final Situation situation;
    private final RuleOutcome before;
    private final Effect effectBefore;

    /** A change that was tried, and what the rules then said. */
    record Found(Change change, Effect effect) {
        private String key() {
            return change.input() + " " + effect;
        }
    }

    NearestMisses(RuleEngine engine, Situation situation) {
        this.engine = engine;
        this.situation = situation;
        before = engine.evaluate(situation);
        effectBefore = engine.effect(before);
    }

    /** For each input and effect the smallest change, smallest first. */
    List<NearestMiss> shown() {
        Map<String, List<Found>> nearest = new LinkedHashMap<>();
        for (Found found : found()) {
            List<Found> same = nearest.computeIfAbsent(found.key(), _ -> new ArrayList<>());
            if (same.isEmpty() || same.getFirst().change.size() == found.change.size()) {
                same.add(found);
            }
        }
        return nearest.values().stream().limit(SHOWN_MAX).map(NearestMisses::told).toList();
    }

    private static NearestMiss told(List<Found> same) {
        Found first = same.getFirst();
        String wanted =
                same.stream()
                        .map(it -> it.change.wanted())
                        .distinct()
                        .limit(TOGETHER_MAX)
                        .collect(Collectors.joining(" or "));
        return new NearestMiss(
                first.change.rule().rule.id(),
                first.change.rule().rule.clause(),
                first.change.input(),
                wanted + " (is " + first.change.is() + ")",
                first.effect);
    }

    /** Every change that changes the effect, smallest first; each input and value once. */
    List<Found> found() {
        List<Found> found = new ArrayList<>();
        for (Change change : proposed()) {
            RuleOutcome after = engine.evaluate(change.changed());
            Effect effect = engine.effect(after);
            boolean isAnswer = !(after.evaluation() instanceof Evaluation.Indeterminate);
            if (effect != effectBefore && isAnswer) {
                found.add(new Found(change, effect));
            }
        }
        return found;
    }

    private List<Change> proposed() {
        Facts facts = engine.facts(situation);
        double scalar = engine.scalar(situation);
        Set<Situation> seen = new HashSet<>();
        return rules().stream()
                .flatMap(rule -> RuleChanges.of(rule, facts, scalar).stream())
                .filter(change -> seen.add(change.changed()))
                .sorted(Comparator.comparingDouble(Change::size))
                .limit(TRIED_MAX)
                .toList();
    }

    /** Those that determined the answer first, so that a change is told as theirs. */
    private List<CompiledRule> rules() {
        List<CompiledRule> rules = new ArrayList<>(engine.rulesFor(situation));
        Set<RuleId> determining = Set.copyOf(determining(before.evaluation()));
        rules.sort(Comparator.comparing(rule -> !determining.contains(rule.rule.id())));
        return rules;
    }

    private static List<RuleId> determining(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Applicable said -> said.rules();
            case Evaluation.NotApplicable() -> List.of();
            case Evaluation.Indeterminate said -> said.rules();
        };
    }
}
