package io.praetor.adapters.memory;

import io.praetor.intervention.Feedback;
import io.praetor.intervention.InterventionStore;
import io.praetor.intervention.LinUcb;
import io.praetor.intervention.Suggestion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Interventions in memory: gone with the process. Thread-safe. */
public final class MemoryInterventionStore implements InterventionStore {
    private final Map<String, Suggestion> suggestions = new HashMap<>();
    private final Map<String, Feedback> feedbacks = new HashMap<>();
    private LinUcb learnt = LinUcb.FRESH;

    @Override
    public synchronized LinUcb learnt() {
        return learnt;
    }

    @Override
    public synchronized Suggestion keep(Suggestion suggestion) {
        return suggestions.computeIfAbsent(suggestion.id(), _ -> suggestion);
    }

    @Override
    public synchronized Optional<Suggestion> suggestion(String id) {
        return Optional.ofNullable(suggestions.get(id));
    }

    @Override
    public synchronized Optional<Feedback> feedback(String suggestion) {
        return Optional.ofNullable(feedbacks.get(suggestion));
    }

    @Override
    public synchronized boolean keep(Feedback feedback, LinUcb before, LinUcb after) {
        boolean moved = learnt.revision() != before.revision();
        if (moved || feedbacks.putIfAbsent(feedback.suggestion(), feedback) != null) {
            return false;
        }
        learnt = after;
        return true;
    }
}
