package io.praetor.rules.condition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The macros over lists and over the keys of maps (CEL, "Macros").
 *
 * @param depth how many loops this one stands in; where its element is kept
 */
record Loops(int depth, Node range, Truth.Failure noRange) {

    /** {@code all} where {@code decisive} is false, {@code exists} where it is true. */
    Node quantified(boolean decisive, Node predicate) {
        return facts -> {
            Object range = elements(facts);
            if (!(range instanceof Collection<?> elements)) {
                return range;
            }
            Object answer = !decisive;
            for (Object element : elements) {
                facts.standAt(depth, element);
                Object holds = Logic.bool(predicate.value(facts));
                if (holds instanceof Boolean value && value == decisive) {
                    return decisive;
                }
                if (holds instanceof Truth.Failure && answer instanceof Boolean) {
                    answer = holds;
                }
            }
            return answer;
        };
    }

    /** {@code exists_one}: a failure anywhere is a failure of the whole. */
    Node exactlyOne(Node predicate) {
        return facts -> {
            Object range = elements(facts);
            if (!(range instanceof Collection<?> elements)) {
                return range;
            }
            int count = 0;
            for (Object element : elements) {
                facts.standAt(depth, element);
                Object holds = Logic.bool(predicate.value(facts));
                if (!(holds instanceof Boolean value)) {
                    return holds;
                }
                count += value ? 1 : 0;
            }
            return count == 1;
        };
    }

    /** {@code filter} and {@code map}: what is kept, each changed. */
    Node collected(Node predicate, Node change) {
        return facts -> {
            Object range = elements(facts);
            if (!(range instanceof Collection<?> elements)) {
                return range;
            }
            List<@Nullable Object> kept = new ArrayList<>(elements.size());
            for (Object element : elements) {
                facts.standAt(depth, element);
                Object holds = Logic.bool(predicate.value(facts));
                if (!(holds instanceof Boolean value)) {
                    return holds;
                }
                if (value) {
                    Object changed = change.value(facts);
                    if (changed instanceof Truth.Failure) {
                        return changed;
                    }
                    kept.add(changed);
                }
            }
            return Collections.unmodifiableList(kept);
        };
    }

    private Object elements(Facts facts) {
        return switch (range.value(facts)) {
            case List<?> list -> list;
            case Map<?, ?> map -> map.keySet();
            case Truth.Failure failure -> failure;
            case null, default -> noRange;
        };
    }
}
