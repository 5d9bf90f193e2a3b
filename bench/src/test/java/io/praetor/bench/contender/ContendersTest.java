package io.praetor.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.bench.Ask;
import org.junit.jupiter.api.Test;

/** A comparison of contenders that decide differently would compare nothing. */
class ContendersTest {
    private static final int ASKS = 2_000;

    @Test
    void everyContenderDecidesByTheSameTenRules() {
        for (Contender contender : Contender.all()) {
            for (Ask ask : Ask.seeded(ASKS)) {
                assertThat(contender.prepare(ask).getAsBoolean())
                        .as("%s: %s", contender.name(), ask)
                        .isEqualTo(ask.isPermitted());
            }
        }
    }
}
