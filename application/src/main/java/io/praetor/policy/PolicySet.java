package io.praetor.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a team's law, checked: every name in it resolves and every condition has a type.
 *
 * @param words the word lists that cues name: phrases, each a sequence of words
 * @param families by name
 * @param approvalExpiry how long an approval counts after it was given
 * @param chargeAbsentAtp whether a cost above 0 fails where the caller keeps no ATP
 */
public record PolicySet(
        PolicyHeader header,
        Map<ClauseId, Clause> clauses,
        Map<String, List<List<String>>> words,
        Map<String, ActionFamily> families,
        List<Section> sections,
        Fallbacks fallbacks,
        TrustSettings trust,
        TeamSettings team,
        Directory directory,
        List<CounterRule> counters,
        Duration approvalExpiry,
        boolean chargeAbsentAtp) {
    public PolicySet {
        clauses = Map.copyOf(clauses);
        words = Map.copyOf(words);
        families = Map.copyOf(families);
        sections = List.copyOf(sections);
        counters = List.copyOf(counters);
    }

    /** The family an action type belongs to. */
    public Optional<ActionFamily> familyOf(String actionType) {
        return families.values().stream()
                .filter(family -> family.actions().contains(actionType))
                .findFirst();
    }
}
