package io.praetor.rules;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rules that an index found for one situation, given out in their order and each once.
 *
 * <p>It walks several sorted arrays side by side, so that nothing is copied or sorted.
 */
final class Candidates {
    private static final int LISTS_FIRST = 4;

    private CompiledRule[][] lists = new CompiledRule[LISTS_FIRST][];
    private int[] positions = new int[LISTS_FIRST];
    private int count;

    void clear() {
        count = 0;
    }

    /** Adds rules in ascending order. */
    void add(CompiledRule[] sorted) {
        if (sorted.length == 0) {
            return;
        }
        if (count == lists.length) {
            lists = Arrays.copyOf(lists, count * 2);
            positions = Arrays.copyOf(positions, count * 2);
        }
        lists[count] = sorted;
        positions[count++] = 0;
    }

    /** The next rule; null when there is none left. */
    @Nullable CompiledRule next() {
        CompiledRule next = null;
        for (int i = 0; i < count; i++) {
            int position = positions[i];
            if (position < lists[i].length
                    && (next == null || lists[i][position].order < next.order)) {
                next = lists[i][position];
            }
        }
        if (next != null) {
            pass(next.order);
        }
        return next;
    }

    private void pass(int order) {
        for (int i = 0; i < count; i++) {
            int position = positions[i];
            if (position < lists[i].length && lists[i][position].order == order) {
                positions[i]++;
            }
        }
    }
}
