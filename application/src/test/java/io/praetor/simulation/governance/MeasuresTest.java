package io.praetor.simulation.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.praetor.simulation.governance.Figure.Limit;
import io.praetor.simulation.governance.Figure.Unit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final Optional<Limit> MOST = Optional.of(Limit.atMost(100));

    /** Counted: intervals of the 95 % quantile of 300 uniforms hold it about 95 times in 100. */
    @Test
    void intervalsOfQuantilesHoldTheTruthAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(8);
        for (double share : List.of(.5, .95)) {
            int held = 0;
            for (int run = 0; run < 1_000; run++) {
                List<Double> sample = random.doubles(300).boxed().toList();
                Figure figure = Measures.quantile("q", sample, share, Optional.empty());
                held += figure.low() <= share && share <= figure.high() ? 1 : 0;
            }
            assertThat(held / 1_000.0).as("quantile %s", share).isBetween(.93, .985);
        }
    }

    @Test
    void whatSeldomHappensHasNoMedian() {
        double never = Double.POSITIVE_INFINITY;
        Figure figure = Measures.quantile("q", List.of(10.0, never, never), .5, MOST);
        assertThat(figure.value()).isEqualTo(never);
        assertThat(figure.isReached()).isFalse();
        assertThat(Measures.quantile("q", List.of(), .5, MOST).isReached()).isFalse();
    }

    @Test
    void aFigureIsHeldAgainstItsLimit() {
        List<Double> sample = IntStream.rangeClosed(1, 99).mapToObj(n -> (double) n).toList();
        Figure figure = Measures.quantile("q", sample, .5, Optional.of(Limit.atMost(49)));
        assertThat(figure.value()).isEqualTo(50);
        assertThat(figure.isReached()).isFalse();
        assertThat(figure.isPlausible()).isTrue();
        assertThat(figure.low()).isCloseTo(40, within(2.0));
    }

    @Test
    void ratesAreTakenToTenThousand() {
        Figure figure = Measures.perTenThousand("f", 1, 20_000, Optional.empty());
        assertThat(figure.value()).isEqualTo(.5);
        assertThat(figure.unit()).isEqualTo(Unit.PER_TEN_THOUSAND);
        assertThat(figure.high()).isBetween(2.0, 3.0);
    }
}
