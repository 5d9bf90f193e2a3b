package io.praetor.retrieval.library;

import io.praetor.policy.ClauseId;
import io.praetor.policy.PolicySet;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Shape;
import io.praetor.retrieval.Precedent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the sentences of an example were found to say, and which clauses decided it. */
final class EvidenceBinder {
    private static final Shape EVIDENCE =
            Shape.of("a piece of evidence").requires("says", "clause", "bears");

    /** What stands where a sentence speaks of no clause's matter. */
    private static final String NO_CLAUSE = "none";

    private final PolicySet policy;
    private final Problems problems;

    EvidenceBinder(PolicySet policy, Problems problems) {
        this.policy = policy;
        this.problems = problems;
    }

    List<ClauseId> clauses(Fields example) {
        return example.items("policy_references").stream()
                .flatMap(item -> Fields.text(item, problems).stream())
                .map(this::clause)
                .toList();
    }

    List<Precedent.Evidence> evidence(Fields example) {
        List<Precedent.Evidence> evidence = new ArrayList<>();
        for (Node item : example.items("evidence")) {
            Fields.of(item, EVIDENCE, problems)
                    .ifPresent(fields -> evidence.add(evidence(fields, item)));
        }
        return evidence;
    }

    private Precedent.Evidence evidence(Fields fields, Node at) {
        Optional<ClauseId> clause =
                fields.scalar("clause")
                        .filter(name -> !name.text().equals(NO_CLAUSE))
                        .map(this::clause);
        boolean bears = isTrue(fields);
        if (bears && clause.isEmpty()) {
            problems.error(at.position(), "a sentence that bears names the clause it bears on");
            bears = false;
        }
        return new Precedent.Evidence(fields.text("says").orElse(""), clause, bears);
    }

    private boolean isTrue(Fields fields) {
        Optional<Node> node = fields.node("bears");
        if (node.orElse(null) instanceof Node.Scalar said && said.kind() == Node.Kind.TRUTH) {
            return Boolean.parseBoolean(said.text());
        }
        node.ifPresent(
                other -> problems.error(other.position(), "`bears` is either true or false"));
        return false;
    }

    private ClauseId clause(Node.Scalar name) {
        ClauseId id = new ClauseId(name.text());
        if (!policy.clauses().containsKey(id)) {
            List<String> known = policy.clauses().keySet().stream().map(ClauseId::value).toList();
            problems.unknown(name.position(), "clause", name.text(), known);
        }
        return id;
    }
}
