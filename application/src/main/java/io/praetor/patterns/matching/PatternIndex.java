package io.praetor.patterns.matching;

import io.praetor.patterns.Constraint;
import io.praetor.patterns.Frame;
import io.praetor.patterns.Pattern;
import io.praetor.patterns.Profile;
import io.praetor.patterns.Shingles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Patterns by frame, their values as numbers: says which of them cover a profile. Immutable and
 * thread-safe; agrees with {@link io.praetor.patterns.MatchingRules#matches} on everything.
 */
public final class PatternIndex {
    private final Map<Frame, Bucket> buckets = new HashMap<>();

    public PatternIndex(Collection<Pattern> patterns) {
        Map<Frame, List<Pattern>> byFrame = new HashMap<>();
        patterns.forEach(
                each ->
                        byFrame.computeIfAbsent(each.matching().frame(), _ -> new ArrayList<>())
                                .add(each));
        byFrame.forEach((frame, some) -> buckets.put(frame, new Bucket(some)));
    }

    /** Every pattern that covers the profile, in no particular order. */
    public List<Pattern> covering(Profile profile) {
        Bucket bucket = buckets.get(profile.frame());
        return bucket == null ? List.of() : bucket.covering(profile);
    }

    /** The patterns of one frame. */
    private static final class Bucket {
        /** A value that no pattern of the frame names. */
        private static final int UNKNOWN = -1;

        private final Map<String, Column> columns = new HashMap<>();
        private final List<Entry> entries = new ArrayList<>();

        Bucket(List<Pattern> patterns) {
            patterns.forEach(each -> each.matching().inputs().keySet().forEach(this::column));
            patterns.forEach(this::add);
        }

        private Column column(String name) {
            return columns.computeIfAbsent(name, _ -> new Column(columns.size()));
        }

        private void add(Pattern pattern) {
            Check[] checks = new Check[columns.size()];
            pattern.matching()
                    .inputs()
                    .forEach(
                            (name, constraint) -> {
                                Column column = column(name);
                                checks[column.place] = Check.of(constraint, column);
                            });
            entries.add(new Entry(pattern, checks));
        }

        List<Pattern> covering(Profile profile) {
            int[] values = new int[columns.size()];
            Arrays.fill(values, Column.ABSENT);
            for (Map.Entry<String, String> input : profile.inputs().entrySet()) {
                Column column = columns.get(input.getKey());
                if (column == null) {
                    return List.of();
                }
                values[column.place] = column.values.getOrDefault(input.getValue(), UNKNOWN);
            }
            List<Pattern> covering = List.of();
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).covers(values, profile.text())) {
                    covering = covering.isEmpty() ? new ArrayList<>(2) : covering;
                    covering.add(entries.get(i).pattern);
                }
            }
            return covering;
        }
    }

    /** One input of a frame: its place, and the numbers of the values that patterns name. */
    private static final class Column {
        static final int ABSENT = 0;

        final int place;
        final Map<String, Integer> values = new HashMap<>();

        Column(int place) {
            this.place = place;
            values.put(Profile.NONE, ABSENT);
        }

        int number(String value) {
            return values.computeIfAbsent(value, _ -> values.size());
        }
    }

    /** A constraint on the number of a value; never compared with another. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Check(boolean admitsNamed, int[] named) {
        static Check of(Constraint constraint, Column column) {
            return switch (constraint) {
                case Constraint.OneOf one -> new Check(true, numbers(one.values(), column));
                case Constraint.Immaterial any -> new Check(false, numbers(any.except(), column));
            };
        }

        private static int[] numbers(Collection<String> values, Column column) {
            return values.stream().mapToInt(column::number).sorted().toArray();
        }

        boolean admits(int value) {
            return Arrays.binarySearch(named, value) >= 0 == admitsNamed;
        }
    }

    /**
     * Never compared with another.
     *
     * @param checks by place; null where the pattern does not know the input
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Entry(Pattern pattern, @Nullable Check[] checks) {
        boolean covers(int[] values, Shingles text) {
            for (int i = 0; i < checks.length; i++) {
                Check check = checks[i];
                if (check != null ? !check.admits(values[i]) : values[i] != Column.ABSENT) {
                    return false;
                }
            }
            int unseenMax = pattern.matching().unseenMax();
            return text.outside(pattern.matching().words(), unseenMax) <= unseenMax;
        }
    }
}
