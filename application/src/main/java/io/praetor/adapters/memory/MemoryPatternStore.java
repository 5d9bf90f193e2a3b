package io.praetor.adapters.memory;

import io.praetor.patterns.Pattern;
import io.praetor.patterns.PatternId;
import io.praetor.patterns.PatternStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Patterns in memory: gone with the process. Thread-safe. */
public final class MemoryPatternStore implements PatternStore {
    private final Map<String, List<Pattern>> kept = new TreeMap<>();
    private long reviewsRead;
    private long changes;

    @Override
    public synchronized List<Pattern> all() {
        return kept.values().stream().map(List::getLast).toList();
    }

    @Override
    public synchronized List<Pattern> history(PatternId id) {
        return List.copyOf(kept.getOrDefault(id.value(), List.of()));
    }

    @Override
    public synchronized void keep(List<Pattern> changed, long read) {
        changed.forEach(
                each -> kept.computeIfAbsent(each.id().value(), _ -> new ArrayList<>()).add(each));
        reviewsRead = read;
        changes += changed.size();
    }

    @Override
    public synchronized long changes() {
        return changes;
    }

    @Override
    public synchronized long reviewsRead() {
        return reviewsRead;
    }
}
