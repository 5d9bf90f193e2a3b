package io.praetor.rollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SharesTest {
    @Test
    void theShiftIsTheShareThatWouldHaveToChangeLabel() {
        Shares before = new Shares(Map.of("allow", 65L, "deny", 15L, "attest", 20L));
        Shares after = new Shares(Map.of("allow", 80L, "deny", 80L, "attest", 40L));
        assertThat(after.shiftFrom(before)).isCloseTo(.25, within(1e-12));
        assertThat(before.shiftFrom(before)).isZero();
        assertThat(after.shiftFrom(before)).isGreaterThan(Shares.SHIFT_ALERT);
    }

    @Test
    void labelsThatOneSideLacksCountToo() {
        Shares all = new Shares(Map.of("allow", 3L));
        Shares none = new Shares(Map.of("deny", 7L));
        assertThat(all.shiftFrom(none)).isEqualTo(1);
    }
}
