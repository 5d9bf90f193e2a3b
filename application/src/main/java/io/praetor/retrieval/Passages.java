package io.praetor.retrieval;

import java.util.ArrayList;
import java.util.List;

/**
 * What was retrieved for one situation, the most telling of each kind first.
 *
 * @param clauses at most {@link #CLAUSES_MAX}
 * @param norms sentences of the team's norms
 * @param precedents at most {@link #PRECEDENTS_MAX}, as passages; {@code precedents} has them whole
 * @param snapshot lower-case hex SHA-256 of the corpus they come from
 */
public record Passages(
        List<Passage> clauses, List<Passage> norms, List<Precedent> precedents, String snapshot) {
    /** Judges given many policies at once get under half of them right: design, "Retrieval". */
    public static final int CLAUSES_MAX = 8;

    /** The same source, for examples. */
    public static final int PRECEDENTS_MAX = 5;

    public Passages {
        clauses = List.copyOf(clauses);
        norms = List.copyOf(norms);
        precedents = List.copyOf(precedents);
        if (clauses.size() > CLAUSES_MAX || precedents.size() > PRECEDENTS_MAX) {
            throw new IllegalArgumentException("more passages than a reasoner is given");
        }
    }

    /** Everything an answer may cite. */
    public List<Passage> citable() {
        List<Passage> all = new ArrayList<>(clauses);
        all.addAll(norms);
        precedents.forEach(each -> all.add(passage(each)));
        return List.copyOf(all);
    }

    private static Passage passage(Precedent precedent) {
        return new Passage(
                precedent.id(), Passage.Kind.PRECEDENT, precedent.rationale(), precedent.version());
    }
}
