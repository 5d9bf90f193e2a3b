package io.praetor.review.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.praetor.review.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The coefficients against published examples and against the plainest reckoning. */
class CoefficientsTest {
    /** Krippendorff 2011, section C: four observers, twelve units, values 1 to 5; 0 is missing. */
    private static final int[][] OBSERVERS = {
        {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
        {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
        {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
        {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0},
    };

    private static Ratings published() {
        List<List<Integer>> units = new ArrayList<>();
        for (int unit = 0; unit < OBSERVERS[0].length; unit++) {
            int at = unit;
            units.add(
                    IntStream.range(0, OBSERVERS.length)
                            .map(observer -> OBSERVERS[observer][at])
                            .filter(value -> value > 0)
                            .mapToObj(value -> value - 1)
                            .toList());
        }
        return new Ratings(units, 5);
    }

    @Test
    void alphaIsThatOfThePublishedExample() {
        assertThat(Alpha.of(published(), Scale.NOMINAL).orElseThrow())
                .isEqualTo(.743, within(5e-4));
        assertThat(Alpha.of(published(), Scale.ORDINAL).orElseThrow())
                .isEqualTo(.815, within(5e-4));
    }

    /** Cohen 1960, table 1: two clinicians, three diagnoses, 200 patients: kappa .492. */
    @Test
    void kappaIsThatOfThePublishedExample() {
        int[][] table = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
        List<List<Integer>> units = new ArrayList<>();
        for (int one = 0; one < 3; one++) {
            for (int other = 0; other < 3; other++) {
                for (int count = 0; count < table[one][other]; count++) {
                    units.add(List.of(one, other));
                }
            }
        }
        Ratings ratings = new Ratings(units, 3);
        assertThat(Kappa.of(ratings).orElseThrow()).isEqualTo(.492, within(5e-4));
        Estimate estimate = Bootstrap.of(ratings, Kappa::of, 1);
        // Fleiss, Cohen and Everitt 1969 give a standard error of about .05 here.
        assertThat(estimate.low()).isBetween(.36, .43);
        assertThat(estimate.high()).isBetween(.55, .62);
    }

    @Test
    void alphaIsWhatThePlainestReckoningGives() {
        long seed = 20260302;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            Ratings ratings = random(random);
            for (Scale scale : Scale.values()) {
                OptionalDouble expected = plain(ratings, scale);
                OptionalDouble found = Alpha.of(ratings, scale);
                assertThat(found.isPresent())
                        .as("seed %d round %d", seed, round)
                        .isEqualTo(expected.isPresent());
                if (expected.isPresent()) {
                    assertThat(found.getAsDouble())
                            .as("seed %d round %d", seed, round)
                            .isEqualTo(expected.getAsDouble(), within(1e-9));
                }
            }
        }
    }

    private static Ratings random(SplittableRandom random) {
        List<List<Integer>> units = new ArrayList<>();
        int count = random.nextInt(1, 15);
        for (int unit = 0; unit < count; unit++) {
            units.add(random.ints(random.nextInt(0, 5), 0, 4).boxed().toList());
        }
        return new Ratings(units, 4);
    }

    /** Pairs of ratings, one by one, as the definition has them. */
    private static OptionalDouble plain(Ratings ratings, Scale scale) {
        List<Integer> all = new ArrayList<>();
        ratings.paired().units().forEach(all::addAll);
        double[] used = new double[ratings.categories()];
        all.forEach(rank -> used[rank]++);
        double observed = 0;
        for (List<Integer> unit : ratings.paired().units()) {
            double sum = 0;
            for (int one = 0; one < unit.size(); one++) {
                for (int other = 0; other < unit.size(); other++) {
                    sum += scale.difference(unit.get(one), unit.get(other), used);
                }
            }
            observed += sum / (unit.size() - 1);
        }
        double expected = 0;
        for (int one : all) {
            for (int other : all) {
                expected += scale.difference(one, other, used);
            }
        }
        double count = all.size();
        return expected == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - (observed / count) / (expected / (count * (count - 1))));
    }

    @Test
    void aHandfulOfCasesHasNoNarrowInterval() {
        Ratings few = new Ratings(List.of(List.of(0, 1), List.of(1, 1)), 4);
        Estimate estimate = Bootstrap.of(few, each -> Alpha.of(each, Scale.NOMINAL), 1);
        assertThat(estimate.value()).isPresent();
        assertThat(estimate.low()).isEqualTo(-1);
        assertThat(estimate.high()).isEqualTo(1);
    }

    @Test
    void nothingToCompareIsNoFigure() {
        Ratings none = new Ratings(List.of(), 4);
        Ratings same = new Ratings(List.of(List.of(1, 1), List.of(1, 1)), 4);
        for (Ratings ratings : List.of(none, same)) {
            assertThat(Alpha.of(ratings, Scale.NOMINAL)).isEmpty();
            assertThat(Kappa.of(ratings)).isEmpty();
            assertThat(Bootstrap.of(ratings, Kappa::of, 1).low()).isEqualTo(-1);
        }
    }
}
