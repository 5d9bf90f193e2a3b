package io.praetor.reasoning.model;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.reasoning.model.Asked.Said;
import io.praetor.reasoning.prompt.OutputContract;
import io.praetor.retrieval.Passage;
import java.util.List;
import java.util.Locale;

/**
 * Mode {@code score}: the likeliest label decides. Nothing is written, so the clauses are not the
 * model's: they are the first of those shown that bear and can give this effect.
 */
final class Scoring {
    /** Clauses cited for a decision; more would cite everything that was shown. */
    private static final int CLAUSES_MAX = 2;

    private Scoring() {}

    static Verdict of(Asked asked) {
        Attempt<Belief> attempt =
                Attempt.at(
                        () ->
                                Belief.of(
                                        asked.model()
                                                .score(
                                                        asked.fits().prompt(),
                                                        OutputContract.LABELS,
                                                        asked.deadline().left())));
        return switch (attempt) {
            case Attempt.Failed<Belief> failed -> Verdict.open(failed.cause(), "", "");
            case Attempt.Answered<Belief> answered -> decide(asked, answered.value());
        };
    }

    private static Verdict decide(Asked asked, Belief belief) {
        if (!belief.isAbout()) {
            return Verdict.open(Wording.noAnswer(belief), belief.label(), "");
        }
        Effect effect = belief.likeliest();
        Bearing bearing = new Bearing(asked.question());
        List<ClauseId> clauses =
                asked.fits().citable().stream()
                        .filter(passage -> passage.kind() == Passage.Kind.CLAUSE)
                        .map(passage -> new ClauseId(passage.id()))
                        .filter(clause -> bearing.enforces(clause, effect))
                        .limit(CLAUSES_MAX)
                        .toList();
        if (clauses.isEmpty()) {
            return Verdict.open(
                    "no clause that was shown gives `%s` for such an action"
                            .formatted(effect.label()),
                    belief.label(),
                    "");
        }
        double score = belief.score(effect);
        String reason =
                String.format(
                        Locale.ROOT,
                        "model `%s` finds `%s` likeliest, with %.3f of its belief",
                        asked.name(),
                        effect.label(),
                        score);
        return new Verdict(
                asked.answer(effect, clauses, bearing, new Said(reason, score)),
                belief.label(),
                "",
                List.of());
    }
}
