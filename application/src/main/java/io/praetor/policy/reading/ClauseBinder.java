package io.praetor.policy.reading;

import io.praetor.policy.Clause;
import io.praetor.policy.ClauseEvidence;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Cue;
import io.praetor.policy.Effect;
import io.praetor.policy.Obligation;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node.Entry;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Range;
import io.praetor.situation.RiskLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the clauses. A clause with a mistake in it is still known by its name. */
final class ClauseBinder {
    private final CueBinder cues;
    private final EvidenceBinder evidence;
    private final Problems problems;

    ClauseBinder(CueBinder cues, EvidenceBinder evidence, Problems problems) {
        this.cues = cues;
        this.evidence = evidence;
        this.problems = problems;
    }

    Map<ClauseId, Clause> bind(Fields top) {
        Map<ClauseId, Clause> clauses = new LinkedHashMap<>();
        for (Entry entry : top.entries("clauses")) {
            Names.isId("clause", entry.key(), problems);
            ClauseId id = new ClauseId(entry.name());
            clauses.put(id, clause(id, entry));
        }
        return clauses;
    }

    private Clause clause(ClauseId id, Entry entry) {
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
                fields.map(clause -> evidence(clause, id)).orElse(ClauseEvidence.NONE),
                entry.key().position());
    }

    private ClauseEvidence evidence(Fields clause, ClauseId id) {
        Optional<Fields> words = clause.fields("cues", PolicyShapes.CUES);
        List<Cue> bears = words.map(it -> cues.bind(it, "bears")).orElse(List.of());
        List<Cue> settles = words.map(it -> cues.bind(it, "settles")).orElse(List.of());
        words.ifPresent(it -> cues.count(bears.size() + settles.size(), it));
        Optional<Fields> says = clause.fields("evidence", PolicyShapes.EVIDENCE);
        Optional<Effect> effect = says.flatMap(evidence::effect);
        List<Obligation> obligations =
                says.map(it -> evidence.obligations(it, effect, id)).orElse(List.of());
        return new ClauseEvidence(
                bears, settles, says.flatMap(evidence::actsAs), effect, obligations);
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
