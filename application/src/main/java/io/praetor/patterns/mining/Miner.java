package io.praetor.patterns.mining;

import io.praetor.patterns.Frame;
import io.praetor.patterns.Pattern;
import io.praetor.policy.PolicySet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Mines patterns of one policy set. What it finds depends on the confirmations alone, not on the
 * order or the portions they came in; frames that nothing came to are not mined again. Not
 * thread-safe.
 */
public final class Miner {
    private final PolicySet policy;
    private final Map<Frame, Map<String, Confirmation>> rows = new TreeMap<>();
    private final Map<Frame, List<Doubt>> doubts = new HashMap<>();
    private final Map<Frame, List<Pattern>> mined = new HashMap<>();

    public Miner(PolicySet policy) {
        this.policy = policy;
    }

    public void add(Confirmation confirmation) {
        Frame frame = confirmation.profile().frame();
        rows.computeIfAbsent(frame, _ -> new LinkedHashMap<>())
                .put(confirmation.record(), confirmation);
        mined.remove(frame);
    }

    /** Doubts what an active pattern rested on: it was suspended. */
    public void doubt(Doubt doubt) {
        Frame frame = doubt.matching().frame();
        doubts.computeIfAbsent(frame, _ -> new ArrayList<>()).add(doubt);
        mined.remove(frame);
    }

    /** What every confirmation so far says of a pattern. */
    public Agreement agreement(Pattern pattern) {
        return Agreement.of(
                pattern.matching(),
                pattern.effect(),
                List.copyOf(rows.getOrDefault(pattern.matching().frame(), Map.of()).values()));
    }

    /** How many confirmations count. */
    public int size() {
        return rows.values().stream().mapToInt(Map::size).sum();
    }

    /**
     * @param progress hears how many confirmations have been looked at
     */
    public MiningReport mine(IntConsumer progress) {
        List<Pattern> patterns = new ArrayList<>();
        int done = 0;
        for (Map.Entry<Frame, Map<String, Confirmation>> each : rows.entrySet()) {
            patterns.addAll(mined.computeIfAbsent(each.getKey(), _ -> mine(each)));
            done += each.getValue().size();
            progress.accept(done);
        }
        return new MiningReport(size(), rows.size(), patterns);
    }

    private List<Pattern> mine(Map.Entry<Frame, Map<String, Confirmation>> each) {
        List<Confirmation> oldestFirst =
                each.getValue().values().stream().sorted(Confirmation.OLDEST_FIRST).toList();
        List<Doubt> ofFrame = doubts.getOrDefault(each.getKey(), List.of());
        return new FrameMining(policy, each.getKey())
                .mine(Doubt.withoutDoubted(oldestFirst, ofFrame));
    }
}
