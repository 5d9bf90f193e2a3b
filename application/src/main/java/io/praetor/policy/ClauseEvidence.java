package io.praetor.policy;

import java.util.List;
import java.util.Optional;

/**
 * How prose is held against a clause.
 *
 * @param bears what speaks for its bearing
 * @param settles what speaks of its matter and says that it does not bear
 * @param actsAs what an action comes to that prose shows to be this clause's matter, whatever it is
 *     called; empty where the action's own name is what the rules go by
 * @param effect what the clause comes to where no rule says so
 * @param obligations what that effect asks for
 */
public record ClauseEvidence(
        List<Cue> bears,
        List<Cue> settles,
        Optional<String> actsAs,
        Optional<Effect> effect,
        List<Obligation> obligations) {
    /** The limit on cues of one clause; more of them would be a rule book of its own. */
    public static final int CUES_MAX = 12;

    /** Nothing is said of prose. */
    public static final ClauseEvidence NONE =
            new ClauseEvidence(List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());

    public ClauseEvidence {
        bears = List.copyOf(bears);
        settles = List.copyOf(settles);
        obligations = List.copyOf(obligations);
    }
}
