package io.praetor.reasoning.precedent;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Consequence;
import io.praetor.policy.Effect;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The clauses that can bear on one situation, and what its sentences add up to for each. Not
 * thread-safe.
 */
final class Possible {
    private final SortedMap<String, Matter> matters = new TreeMap<>();

    /** A matter of which at least one clause can bear. */
    private static final class Matter {
        private final Map<ClauseId, Consequence> clauses = new HashMap<>();
        private double weight;
        private double telling = -1;
        private String sentence = "";
    }

    private final Set<String> dealtWith = new HashSet<>();

    private Possible() {}

    /**
     * @param byRules clauses that the rules have found to bear themselves: what they ask for is
     *     asked for already
     */
    static Possible in(
            Situation situation,
            Set<ClauseId> byRules,
            Matters matters,
            BiFunction<Situation, ClauseId, Optional<Consequence>> consequences) {
        Possible possible = new Possible();
        matters.clauses()
                .forEach(
                        (name, clauses) -> {
                            if (clauses.stream().anyMatch(byRules::contains)) {
                                possible.dealtWith.add(name);
                                return;
                            }
                            Matter matter = new Matter();
                            for (ClauseId clause : clauses) {
                                consequences
                                        .apply(situation, clause)
                                        .filter(it -> !isMet(it, situation))
                                        .ifPresent(it -> matter.clauses.put(clause, it));
                            }
                            if (!matter.clauses.isEmpty()) {
                                possible.matters.put(name, matter);
                            }
                        });
        return possible;
    }

    /** A second factor that the session has shown leaves nothing to ask for. */
    private static boolean isMet(Consequence consequence, Situation situation) {
        return consequence.effect() == Effect.REQUIRE_MFA
                && situation.context().mfa().orElse(false);
    }

    boolean isPossible(ClauseId clause) {
        return matters.values().stream().anyMatch(it -> it.clauses.containsKey(clause));
    }

    /**
     * Takes a sentence into account; gives how likely it bears on what is not dealt with. A topic
     * that no rule could enforce here still counts: that the rules are silent is no reason to let
     * pass what is told.
     */
    double add(Sentence sentence, EvidenceModel.Belief belief) {
        double dealt = 0;
        for (String name : dealtWith) {
            dealt += belief.topics().getOrDefault(name, 0.0);
        }
        for (Map.Entry<String, Matter> each : matters.entrySet()) {
            double topic = belief.topics().getOrDefault(each.getKey(), 0.0);
            Matter matter = each.getValue();
            double weight = belief.bears() * topic;
            matter.weight += weight;
            if (weight > matter.telling) {
                matter.telling = weight;
                matter.sentence = sentence.text();
            }
        }
        return belief.bears() * Math.max(0, 1 - dealt);
    }

    /** The strictest clause of each matter, with its share of what was found. */
    List<Assessment.Finding> findings() {
        double sum = matters.values().stream().mapToDouble(it -> it.weight).sum();
        List<Assessment.Finding> findings = new ArrayList<>();
        for (Matter matter : matters.values()) {
            Map.Entry<ClauseId, Consequence> strictest =
                    matter.clauses.entrySet().stream()
                            .max(
                                    Map.Entry.<ClauseId, Consequence>comparingByValue(
                                                    (a, b) -> a.effect().compareTo(b.effect()))
                                            .thenComparing(Map.Entry.comparingByKey()))
                            .orElseThrow();
            if (sum > 0) {
                findings.add(
                        new Assessment.Finding(
                                strictest.getKey(),
                                matter.weight / sum,
                                strictest.getValue(),
                                matter.sentence));
            }
        }
        return findings;
    }
}
