package io.praetor.retrieval;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Condition;
import io.praetor.policy.Obligation;
import io.praetor.policy.PolicySet;
import io.praetor.policy.Rule;
import io.praetor.situation.ActorKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What clauses of one policy are searched by: their own text, and what the policy's rules say when
 * they enforce them. A clause is prose for people; a request comes in the words of programs, which
 * stand in the rules.
 */
final class ClauseWords {
    private final PolicySet policy;

    ClauseWords(PolicySet policy) {
        this.policy = policy;
    }

    String of(Clause clause) {
        List<String> words = new ArrayList<>();
        words.add(Words.split(clause.id().value()));
        words.add(clause.text());
        // Once each: a clause that ten rules enforce is not ten times as much about something.
        Set<String> said = new TreeSet<>();
        policy.sections().stream()
                .flatMap(section -> section.rules().stream())
                .forEach(rule -> add(rule, clause.id(), said));
        policy.fallbacks()
                .unresolved()
                .forEach(
                        (ambiguity, unresolved) -> {
                            if (unresolved.clause().equals(clause.id())) {
                                said.add(Words.split(ambiguity.label()));
                            }
                        });
        words.addAll(said);
        return String.join("\n", words);
    }

    private void add(Rule rule, ClauseId clause, Set<String> said) {
        rule.waiver()
                .filter(waiver -> waiver.clause().equals(clause))
                .ifPresent(
                        waiver -> {
                            addActions(rule, said);
                            addCondition(waiver.when(), said);
                        });
        if (!rule.clause().equals(clause)) {
            return;
        }
        said.add(Words.split(rule.id().value()));
        rule.reason().ifPresent(said::add);
        rule.advice().ifPresent(said::add);
        rule.obligations().stream().map(Obligation::ask).forEach(said::add);
        addActions(rule, said);
        rule.target().roles().forEach(said::add);
        rule.target().kinds().stream().map(ActorKind::label).forEach(said::add);
        rule.target().resources().forEach(glob -> said.add(Words.split(glob)));
        rule.when().ifPresent(condition -> addCondition(condition, said));
    }

    /** Families by name, and by their actions only those that do not make up a family. */
    private void addActions(Rule rule, Set<String> said) {
        Set<String> actions = new TreeSet<>(rule.target().actions());
        for (ActionFamily family : families()) {
            if (actions.containsAll(family.actions())) {
                actions.removeAll(family.actions());
                said.add(Words.family(family.name()));
            }
        }
        actions.forEach(action -> said.add(Words.split(action)));
    }

    private List<ActionFamily> families() {
        return policy.families().values().stream()
                .sorted(Comparator.comparing(ActionFamily::name))
                .toList();
    }

    private static void addCondition(Condition condition, Set<String> said) {
        condition.inputs().forEach(input -> said.add(Words.split(input)));
        said.add(Words.split(condition.source()));
    }
}
