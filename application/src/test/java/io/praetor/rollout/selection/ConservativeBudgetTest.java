package io.praetor.rollout.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ConservativeBudgetTest {
    @Test
    void theFirstCanaryWaitsUntilTheWorstOfItIsPaidFor() {
        ConservativeBudget budget = ConservativeBudget.startingAt(0);
        int waited = 0;
        while (!budget.allows()) {
            budget = budget.afterDefault();
            waited++;
        }
        // alpha n >= 1 - alpha: nineteen ordinary episodes pay for one that earns nothing.
        assertThat(waited).isEqualTo(19);
        assertThat(budget.afterCanary().allows()).isFalse();
    }

    @Test
    void whateverCanariesEarnTheLossStaysWithinAlpha() {
        ConservativeBudget budget = ConservativeBudget.startingAt(.2);
        double mean = .6;
        int canaries = 0;
        for (int episode = 0; episode < 5_000; episode++) {
            if (budget.allows()) {
                budget = budget.afterCanary().matured(-1);
                canaries++;
            } else {
                budget = budget.afterDefault();
            }
            double all = budget.ordinary() + (double) budget.explored();
            double earned = budget.earned() + budget.ordinary() * mean;
            assertThat(earned).isGreaterThanOrEqualTo(.95 * mean * all - 1e-9);
        }
        assertThat(canaries).isBetween(200, 250);
    }

    @Test
    void aCanaryAsGoodAsTheDefaultIsHardlyHeldBack() {
        ConservativeBudget budget = ConservativeBudget.startingAt(.2);
        for (int episode = 0; episode < 100; episode++) {
            budget = budget.afterDefault();
        }
        for (int episode = 0; episode < 1_000; episode++) {
            assertThat(budget.allows()).isTrue();
            budget = budget.afterCanary().matured(.2);
        }
    }

    @Test
    void onlyWhatIsPendingMatures() {
        ConservativeBudget budget = ConservativeBudget.startingAt(.2);
        assertThatIllegalStateException().isThrownBy(() -> budget.matured(.2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConservativeBudget(Double.NaN, 0, 0, 0, 0));
    }
}
