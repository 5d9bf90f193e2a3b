package io.praetor.suite;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.reasoning.Opinion;
import io.praetor.situation.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What a decider answered.
 *
 * @param effect what was decided; {@code REQUIRE_ATTESTATION} where nothing was, for then a person
 *     has to
 * @param isRefused whether the door turned the request away
 * @param isAbstained whether nothing was decided; right for no scenario
 * @param path whose view settled it, such as {@code rules}; {@code door} where it was refused
 * @param clauses what it rests on, most telling first
 * @param views what each evaluator said
 * @param opinion what whoever reasons said, where one was asked
 * @param explanation the prose in which reasoning elements are looked for
 * @param decisionId where it was recorded
 */
public record Answer(
        Effect effect,
        boolean isRefused,
        boolean isAbstained,
        String path,
        List<ClauseId> clauses,
        List<View> views,
        double confidence,
        Optional<Opinion> opinion,
        String explanation,
        Optional<String> decisionId) {
    /** How an answer that decides nothing is labelled. */
    public static final String ABSTAINED = "abstained";

    public Answer {
        clauses = List.copyOf(clauses);
        views = List.copyOf(views);
    }

    /** A refused request counts as DENY. */
    public static Answer refused(List<Refusal> refusals, Optional<String> decisionId) {
        String reasons = refusals.stream().map(Refusal::toString).collect(Collectors.joining("; "));
        return new Answer(
                Effect.DENY,
                true,
                false,
                "door",
                List.of(),
                List.of(),
                1,
                Optional.empty(),
                "Refused at the door: " + reasons + ".",
                decisionId);
    }

    /** The decision's label, or {@code abstained}. */
    public String label() {
        return isAbstained ? ABSTAINED : effect.label();
    }

    /**
     * One evaluator's view.
     *
     * @param isBinding whether it counted
     * @param outcome {@code applicable}, {@code not_applicable} or {@code indeterminate}
     * @param effect what it says, or the least that was established where it is indeterminate
     * @param notes its ambiguities, or the cause of its indeterminacy
     */
    public record View(
            String evaluator,
            boolean isBinding,
            String outcome,
            Optional<Effect> effect,
            OptionalDouble confidence,
            List<ClauseId> clauses,
            List<String> notes) {
        public View {
            clauses = List.copyOf(clauses);
            notes = List.copyOf(notes);
        }
    }
}
