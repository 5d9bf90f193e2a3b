package io.praetor.learning.dataset;

import io.praetor.learning.dataset.DataSet.Count;
import io.praetor.learning.dataset.DataSet.Gathered;
import io.praetor.learning.dataset.LessonReader.Reading.LeftOut;
import io.praetor.learning.dataset.LessonReader.Reading.Taught;
import io.praetor.policy.Effect;
import io.praetor.review.CaseBook.Reviewed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Gathers lessons into a data set, or says which safeguard is not met. */
public final class Gathering {
    /** Members of a situation in which two equal ones differ. */
    private static final Set<String> INCIDENTAL = Set.of("at", "timestamp", "request_id");

    private static final Comparator<Lesson> BY_TIME =
            Comparator.comparing(Lesson::at).thenComparing(lesson -> lesson.record().value());

    private final LessonReader reader;
    private final Safeguards safeguards;

    public Gathering(LessonReader reader, Safeguards safeguards) {
        this.reader = reader;
        this.safeguards = safeguards;
    }

    public Gathered of(List<Reviewed> cases) {
        List<Lesson> lessons = new ArrayList<>();
        Map<String, Long> leftOut = new TreeMap<>();
        for (Reviewed reviewed : cases) {
            switch (reader.read(reviewed)) {
                case Taught taught -> lessons.add(taught.lesson());
                case LeftOut out -> leftOut.merge(out.why(), 1L, Long::sum);
            }
        }
        lessons.sort(BY_TIME);
        List<Lesson> distinct = distinct(lessons);
        List<Lesson> kept = thinned(distinct);
        Map<String, Long> signatures =
                kept.stream()
                        .collect(Collectors.groupingBy(Lesson::signature, Collectors.counting()));
        long largest = signatures.values().stream().mapToLong(Long::longValue).max().orElse(0);
        Count count =
                new Count(
                        cases.size(),
                        leftOut,
                        lessons.size() - distinct.size(),
                        distinct.size() - kept.size(),
                        signatures.size(),
                        kept.isEmpty() ? 0 : largest / (double) kept.size());
        List<String> shortfalls = shortfalls(distinct, kept);
        return shortfalls.isEmpty()
                ? new Gathered.Ready(split(kept, count))
                : new Gathered.Refused(shortfalls, count);
    }

    /** One of each class of near-duplicates: a correction before an agreement, then the newest. */
    private List<Lesson> distinct(List<Lesson> lessons) {
        List<Lesson> preferred = new ArrayList<>(lessons);
        preferred.sort(
                Comparator.comparing((Lesson lesson) -> !lesson.isCorrection())
                        .thenComparing(BY_TIME.reversed()));
        int[] classes = classes(preferred);
        Map<Integer, Lesson> first = new LinkedHashMap<>();
        for (int index = 0; index < classes.length; index++) {
            first.putIfAbsent(classes[index], preferred.get(index));
        }
        return first.values().stream().sorted(BY_TIME).toList();
    }

    private int[] classes(List<Lesson> lessons) {
        return NearDuplicates.classes(
                lessons.stream().map(Gathering::text).toList(), safeguards.duplicateSimilarity());
    }

    /** What two lessons are compared by: the situation, and what was confirmed. */
    private static String text(Lesson lesson) {
        Map<String, Object> material = new LinkedHashMap<>();
        lesson.situation()
                .forEach(
                        (name, value) -> {
                            if (!INCIDENTAL.contains(name) && value != null) {
                                material.put(name, value);
                            }
                        });
        return JsonMapper.shared().writeValueAsString(material)
                + " "
                + lesson.confirmed().decision().label();
    }

    /** Takes the oldest agreements, then the oldest corrections, of signatures with too many. */
    private List<Lesson> thinned(List<Lesson> lessons) {
        Map<String, List<Lesson>> bySignature =
                lessons.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Lesson::signature, TreeMap::new, Collectors.toList()));
        int each = eachMax(bySignature.values().stream().mapToInt(List::size).toArray());
        return bySignature.values().stream()
                .flatMap(
                        same ->
                                same.stream()
                                        .sorted(
                                                Comparator.comparing(
                                                                (Lesson it) -> !it.isCorrection())
                                                        .thenComparing(BY_TIME.reversed()))
                                        .limit(each))
                .sorted(BY_TIME)
                .toList();
    }

    /** The most lessons of one signature that are no more than its share of all that are left. */
    private int eachMax(int[] sizes) {
        int largest = Arrays.stream(sizes).max().orElse(0);
        return IntStream.iterate(largest, each -> each > 0, each -> each - 1)
                .filter(
                        each ->
                                each
                                        <= safeguards.signatureShareMax()
                                                * Arrays.stream(sizes)
                                                        .map(size -> Math.min(size, each))
                                                        .sum())
                .findFirst()
                .orElse(0);
    }

    private List<String> shortfalls(List<Lesson> distinct, List<Lesson> kept) {
        List<String> shortfalls = new ArrayList<>();
        int needed = safeguards.correctionsMin();
        List<Lesson> corrections = distinct.stream().filter(Lesson::isCorrection).toList();
        if (corrections.size() < needed) {
            shortfalls.add(
                    "%d distinct corrections, %d are needed: %d missing; %s"
                            .formatted(
                                    corrections.size(),
                                    needed,
                                    needed - corrections.size(),
                                    kinds(corrections)));
        }
        long signatures = distinct.stream().map(Lesson::signature).distinct().count();
        long signaturesMin = (long) Math.ceil(1 / safeguards.signatureShareMax());
        if (signatures < signaturesMin) {
            shortfalls.add(
                    "%d kinds of case, %d are needed, so that none is more than a tenth: %d missing"
                            .formatted(signatures, signaturesMin, signaturesMin - signatures));
        }
        long left = kept.stream().filter(Lesson::isCorrection).count();
        if (shortfalls.isEmpty() && left < needed) {
            shortfalls.add(
                    "%d corrections are left once no kind of case is more than a tenth, %d are"
                                    .formatted(left, needed)
                            + " needed; review more kinds");
        }
        return shortfalls;
    }

    private static String kinds(List<Lesson> corrections) {
        String byDecision =
                Arrays.stream(Effect.values())
                        .map(effect -> effect.label() + " " + confirmedAs(effect, corrections))
                        .collect(Collectors.joining(", "));
        long decision = corrections.stream().filter(Lesson::changesDecision).count();
        return "%d change the decision, %d only what is said of it; to %s"
                .formatted(decision, corrections.size() - decision, byDecision);
    }

    private static long confirmedAs(Effect effect, List<Lesson> lessons) {
        return lessons.stream().filter(each -> each.confirmed().decision() == effect).count();
    }

    /** The newest groups of related lessons are held out, until they are the share asked for. */
    private DataSet split(List<Lesson> lessons, Count count) {
        List<List<Lesson>> groups = RelatedLessons.groups(lessons);
        groups.sort(Comparator.comparing(List::getLast, BY_TIME.reversed()));
        int wanted = (int) Math.floor(lessons.size() * safeguards.heldOutShare());
        Set<Lesson> heldOut = new HashSet<>();
        for (List<Lesson> group : groups) {
            if (heldOut.size() + group.size() <= wanted) {
                heldOut.addAll(group);
            }
        }
        return new DataSet(
                lessons.stream().filter(each -> !heldOut.contains(each)).toList(),
                lessons.stream().filter(heldOut::contains).toList(),
                count);
    }
}
