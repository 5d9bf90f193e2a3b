package io.praetor.policy.reading;

import io.praetor.policy.ConditionParser;
import io.praetor.policy.CounterRule;
import io.praetor.policy.Directory;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.SourceText;
import java.util.List;

/** Reads a whole policy, first the names it defines and then everything that uses them. */
final class PolicyBinder {
    private final PolicySource source;
    private final ConditionParser parser;
    private final Problems problems;

    PolicyBinder(PolicySource source, ConditionParser parser, Problems problems) {
        this.source = source;
        this.parser = parser;
        this.problems = problems;
    }

    /** Worth something only if no error was reported. */
    PolicySet bind(Fields top) {
        var families = new FamilyBinder(problems).bind(top);
        ObligationBinder obligations = new ObligationBinder(problems);
        var words = WordBinder.bind(top, problems);
        var clauses =
                new ClauseBinder(
                                new CueBinder(words, problems),
                                new EvidenceBinder(families, obligations, problems),
                                problems)
                        .bind(top);
        Roles roles = Roles.declaredIn(top, problems);
        Directory directory = new DirectoryBinder(roles, problems).bind(top);
        Vocabulary vocabulary = new Vocabulary(clauses, families, roles, problems);
        List<CounterRule> counters = new CounterBinder(vocabulary, problems).bind(top);
        ConditionNames names =
                new ConditionNames(vocabulary, counters.stream().map(CounterRule::name).toList());
        ConditionBinder conditions =
                new ConditionBinder(parser, names, SourceText.of(source), problems);
        RuleBinder rules = new RuleBinder(vocabulary, obligations, conditions, problems);
        PolicySet policy =
                new PolicySet(
                        HeaderBinder.bind(top, source.text(), problems),
                        clauses,
                        words,
                        families,
                        new SectionBinder(rules, problems).bind(top),
                        new FallbackBinder(vocabulary, obligations, problems).bind(top),
                        SettingsBinder.trust(top, problems),
                        new TeamBinder(problems).bind(top),
                        directory,
                        counters,
                        SettingsBinder.approvalExpiry(top, problems),
                        SettingsBinder.chargeAbsentAtp(top));
        if (!problems.hasErrors()) {
            roles.warn(problems);
        }
        return policy;
    }
}
