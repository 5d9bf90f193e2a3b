package io.praetor.policy.reading;

import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node.Entry;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Range;
import io.praetor.situation.RiskLevel;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the clauses. A clause with a mistake in it is still known by its name. */
final class ClauseBinder {
    private ClauseBinder() {}

    static Map<ClauseId, Clause> bind(Fields top, Problems problems) {
        Map<ClauseId, Clause> clauses = new LinkedHashMap<>();
        for (Entry entry : top.entries("clauses")) {
            Names.isId("clause", entry.key(), problems);
            ClauseId id = new ClauseId(entry.name());
            clauses.put(id, clause(id, entry, problems));
        }
        return clauses;
    }

    private static Clause clause(ClauseId id, Entry entry, Problems problems) {
        var fields = Fields.of(entry.value(), PolicyShapes.CLAUSE, problems);
        RiskLevel tier =
                fields.flatMap(clause -> clause.choice("tier", Words.TIERS))
                        .orElse(RiskLevel.CRITICAL);
        return new Clause(
                id,
                fields.flatMap(clause -> clause.text("text")).map(String::strip).orElse(""),
                tier,
                fields.map(clause -> clause.number("potency", Range.UNIT).orElse(potency(tier)))
                        .orElse(potency(tier)),
                entry.key().position());
    }

    /** What breaking a clause can do, where its author does not say (policy format). */
    private static double potency(RiskLevel tier) {
        return switch (tier) {
            case LOW -> .1;
            case MEDIUM -> .4;
            case HIGH -> .7;
            case CRITICAL -> .9;
        };
    }
}
