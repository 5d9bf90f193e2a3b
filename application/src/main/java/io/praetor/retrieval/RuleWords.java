package io.praetor.retrieval;

import io.praetor.policy.Evaluation;
import io.praetor.policy.Obligation;
import java.util.ArrayList;
import java.util.List;

/** What the rules said of a situation, in the words that clauses are searched by. */
final class RuleWords {
    private RuleWords() {}

    /** Empty where no rule applies. */
    static String of(Evaluation byRules) {
        List<String> words = new ArrayList<>();
        switch (byRules) {
            case Evaluation.Applicable said -> {
                words.addAll(said.reasons());
                said.ambiguities().stream()
                        .sorted()
                        .forEach(each -> words.add(Words.split(each.label())));
                said.obligations().stream().map(Obligation::ask).forEach(words::add);
            }
            case Evaluation.NotApplicable() -> {}
            case Evaluation.Indeterminate failed -> {
                words.add(failed.cause());
                failed.obligations().stream().map(Obligation::ask).forEach(words::add);
            }
        }
        return String.join(" ", words);
    }
}
