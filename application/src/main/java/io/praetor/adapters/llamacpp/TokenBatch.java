package io.praetor.adapters.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Tokens that are evaluated together, where llama.cpp reads them. Of one thread at a time. */
final class TokenBatch {
    /** As many as llama.cpp evaluates in one go by default. */
    static final int TOKENS_MAX = 512;

    private final MemorySegment batch;
    private final MemorySegment tokens;
    private final MemorySegment positions;
    private final MemorySegment counts;
    private final MemorySegment sequences;
    private final MemorySegment outputs;
    private final int sequencesMax;
    private int size;

    TokenBatch(Arena arena, int sequencesMax) {
        this.sequencesMax = sequencesMax;
        batch = arena.allocate(Layouts.BATCH);
        tokens = arena.allocate(JAVA_INT, TOKENS_MAX);
        positions = arena.allocate(JAVA_INT, TOKENS_MAX);
        counts = arena.allocate(JAVA_INT, TOKENS_MAX);
        sequences = arena.allocate(JAVA_INT, (long) TOKENS_MAX * sequencesMax);
        outputs = arena.allocate(JAVA_BYTE, TOKENS_MAX);
        MemorySegment rows = arena.allocate(ADDRESS, TOKENS_MAX);
        for (int index = 0; index < TOKENS_MAX; index++) {
            rows.setAtIndex(
                    ADDRESS, index, sequences.asSlice((long) index * sequencesMax * Integer.BYTES));
        }
        point("token", tokens);
        point("pos", positions);
        point("n_seq_id", counts);
        point("seq_id", rows);
        point("logits", outputs);
    }

    private void point(String field, MemorySegment target) {
        batch.set(ADDRESS, Layouts.at(Layouts.BATCH, field), target);
    }

    void clear() {
        size = 0;
    }

    /**
     * @param output whether what may follow this token is wanted
     */
    void add(int token, int position, boolean output, List<Integer> of) {
        if (size == TOKENS_MAX || of.isEmpty() || of.size() > sequencesMax) {
            throw new IllegalStateException("%d tokens, sequences %s".formatted(size, of));
        }
        tokens.setAtIndex(JAVA_INT, size, token);
        positions.setAtIndex(JAVA_INT, size, position);
        outputs.set(JAVA_BYTE, size, (byte) (output ? 1 : 0));
        counts.setAtIndex(JAVA_INT, size, of.size());
        for (int index = 0; index < of.size(); index++) {
            sequences.setAtIndex(JAVA_INT, (long) size * sequencesMax + index, of.get(index));
        }
        size++;
    }

    int size() {
        return size;
    }

    /** The structure to hand over. */
    MemorySegment structure() {
        batch.set(JAVA_INT, Layouts.at(Layouts.BATCH, "n_tokens"), size);
        return batch;
    }
}
