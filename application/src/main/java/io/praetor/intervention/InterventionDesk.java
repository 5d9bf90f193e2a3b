package io.praetor.intervention;

import io.praetor.situation.MetaContext;
import io.praetor.situation.RiskLevel;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Suggests a next step for a context, and learns from what it brought. Thread-safe. */
public record InterventionDesk(InterventionStore store, InstantSource clock) {
    /** From here on so much is at stake for the person that nothing is tried. */
    static final double AFFECTIVE_LOAD_MAX = .7;

    private static final int ATTEMPTS_MAX = 10;

    /** What became of feedback. */
    public enum Learning {
        LEARNED,
        /** It is kept; overridden or without a reward it trains nothing. */
        KEPT,
        /** The same was there already; nothing happened. */
        ALREADY,
        /** Other feedback is there already; nothing happened. */
        CONFLICT,
        /** There is no such suggestion. */
        UNKNOWN
    }

    /**
     * @param id the same id gets the same suggestion
     * @param allowed what the caller is able and willing to do
     */
    public Suggestion suggest(
            String id, MetaContext meta, RiskLevel risk, Set<Intervention> allowed) {
        Optional<Suggestion> before = store.suggestion(id);
        if (before.isPresent()) {
            return before.get();
        }
        LinUcb learnt = store.learnt();
        Features features = Features.of(meta, risk);
        Optional<String> silence = silence(meta);
        Intervention chosen =
                silence.isPresent() ? Intervention.NONE : learnt.choose(allowed, features);
        return store.keep(
                new Suggestion(
                        id,
                        chosen,
                        features,
                        learnt.promise(chosen, features),
                        learnt.revision(),
                        silence.orElse("the arm with the highest promise"),
                        clock.instant()));
    }

    /** Why nothing is to be suggested at all. */
    private static Optional<String> silence(MetaContext meta) {
        if (meta.coherence().isEmpty() || meta.affectiveLoad().isEmpty()) {
            return Optional.of("coherence or affective load is unknown");
        }
        return meta.affectiveLoad().getAsDouble() >= AFFECTIVE_LOAD_MAX
                ? Optional.of("affective load is high; that takes a person")
                : Optional.empty();
    }

    public Learning learn(Feedback feedback) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Optional<Suggestion> suggestion = store.suggestion(feedback.suggestion());
            if (suggestion.isEmpty()) {
                return Learning.UNKNOWN;
            }
            Optional<Feedback> before = store.feedback(feedback.suggestion());
            if (before.isPresent()) {
                return before.get().equals(feedback) ? Learning.ALREADY : Learning.CONFLICT;
            }
            LinUcb learnt = store.learnt();
            if (store.keep(feedback, learnt, after(learnt, suggestion.get(), feedback))) {
                return feedback.trains() ? Learning.LEARNED : Learning.KEPT;
            }
        }
        return Learning.CONFLICT;
    }

    private static LinUcb after(LinUcb learnt, Suggestion suggestion, Feedback feedback) {
        return feedback.trains()
                ? learnt.after(
                        suggestion.intervention(),
                        suggestion.features(),
                        feedback.reward().orElseThrow())
                : learnt;
    }
}
