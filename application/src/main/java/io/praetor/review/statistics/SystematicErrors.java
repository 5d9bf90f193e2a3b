package io.praetor.review.statistics;

import io.praetor.log.RecordId;
import io.praetor.review.Case.Traits;
import io.praetor.review.CaseBook.Reviewed;
import io.praetor.review.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds features, and pairs of them, whose cases are corrected more often than the base rate says:
 * exact binomial tails, at a false discovery rate of .05 (Benjamini and Hochberg 1995).
 */
public final class SystematicErrors {
    private static final double FALSE_DISCOVERIES = .05;

    /** Fewer cases with a feature prove nothing and cost tests. */
    private static final int CASES_MIN = 3;

    private static final int EXAMPLES_MAX = 5;

    /** The newest reviewed cases that are looked at. */
    private static final int CASES_MAX = 5_000;

    private SystematicErrors() {}

    /** The errors, least likely to be chance first; empty where none stands out. */
    public static List<SystematicError> of(List<Reviewed> all) {
        List<Reviewed> reviewed = all.subList(Math.max(0, all.size() - CASES_MAX), all.size());
        long corrections = corrections(reviewed);
        double base = reviewed.isEmpty() ? 0 : (double) corrections / reviewed.size();
        List<SystematicError> tested = new ArrayList<>();
        groups(reviewed)
                .forEach(
                        (features, cases) -> {
                            if (cases.size() >= CASES_MIN && cases.size() < reviewed.size()) {
                                tested.add(error(features, cases, base));
                            }
                        });
        tested.sort(
                Comparator.comparingDouble(SystematicError::chance)
                        .thenComparingInt(error -> error.features().size())
                        .thenComparing(error -> String.join(" ", error.features())));
        return withoutRepetition(tested.subList(0, discoveries(tested)));
    }

    /** Benjamini and Hochberg: the last rank whose chance is below its share of the rate. */
    private static int discoveries(List<SystematicError> tested) {
        int found = 0;
        for (int rank = 1; rank <= tested.size(); rank++) {
            if (tested.get(rank - 1).chance() <= FALSE_DISCOVERIES * rank / tested.size()) {
                found = rank;
            }
        }
        return found;
    }

    /**
     * A pair that holds a feature already listed, and no better, only says it again; so does
     * another name for the same cases.
     */
    private static List<SystematicError> withoutRepetition(List<SystematicError> errors) {
        List<SystematicError> told = new ArrayList<>();
        for (SystematicError error : errors) {
            boolean isTold = told.stream().anyMatch(other -> tells(other, error));
            if (!isTold) {
                told.add(error);
            }
        }
        return told;
    }

    private static boolean tells(SystematicError other, SystematicError error) {
        boolean isPart = other.features().stream().anyMatch(error.features()::contains);
        boolean isSame =
                other.rate().equals(error.rate()) && other.examples().equals(error.examples());
        return isSame || (isPart && other.corrections() >= error.corrections());
    }

    private static Map<List<String>, List<Reviewed>> groups(List<Reviewed> reviewed) {
        Map<List<String>, List<Reviewed>> groups =
                new TreeMap<>(Comparator.comparing(each -> String.join("\n", each)));
        for (Reviewed each : reviewed) {
            List<String> features = features(each.of().traits());
            for (int one = 0; one < features.size(); one++) {
                groups.computeIfAbsent(List.of(features.get(one)), _ -> new ArrayList<>())
                        .add(each);
                for (int other = one + 1; other < features.size(); other++) {
                    groups.computeIfAbsent(
                                    List.of(features.get(one), features.get(other)),
                                    _ -> new ArrayList<>())
                            .add(each);
                }
            }
        }
        return groups;
    }

    private static List<String> features(Traits traits) {
        List<String> features = new ArrayList<>();
        traits.clauses().stream()
                .distinct()
                .forEach(clause -> features.add("clause " + clause.value()));
        add(features, "action", traits.action());
        add(features, "family", traits.family());
        add(features, "path", traits.path());
        add(features, "role", traits.role());
        return features;
    }

    private static void add(List<String> features, String name, String value) {
        if (!value.isEmpty()) {
            features.add(name + " " + value);
        }
    }

    private static SystematicError error(List<String> features, List<Reviewed> cases, double base) {
        List<Reviewed> byTime = new ArrayList<>(cases);
        byTime.sort(Comparator.comparing(each -> each.of().at()));
        List<Reviewed> earlier = byTime.subList(0, byTime.size() / 2);
        List<Reviewed> later = byTime.subList(byTime.size() / 2, byTime.size());
        List<RecordId> examples =
                byTime.reversed().stream()
                        .filter(ReviewStatistics::isCorrected)
                        .limit(EXAMPLES_MAX)
                        .map(each -> each.of().id())
                        .toList();
        long corrections = corrections(cases);
        return new SystematicError(
                features,
                corrections,
                Estimate.share(corrections, cases.size()),
                base,
                atLeast(corrections, cases.size(), base),
                Estimate.share(corrections(earlier), earlier.size()),
                Estimate.share(corrections(later), later.size()),
                examples);
    }

    private static long corrections(List<Reviewed> cases) {
        return cases.stream().filter(ReviewStatistics::isCorrected).count();
    }

    /** The chance of at least so many hits among trials that hit at that rate each. */
    static double atLeast(long hits, int trials, double rate) {
        if (hits == 0 || rate >= 1) {
            return 1;
        }
        if (rate <= 0) {
            return 0;
        }
        double tail = 0;
        double logTerm = trials * Math.log1p(-rate);
        for (int count = 0; count <= trials; count++) {
            if (count >= hits) {
                tail += Math.exp(logTerm);
            }
            logTerm +=
                    Math.log((double) (trials - count) / (count + 1))
                            + Math.log(rate)
                            - Math.log1p(-rate);
        }
        return Math.min(1, tail);
    }
}
