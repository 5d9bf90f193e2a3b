package io.praetor.rollout.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryShareTest {
    private static final byte[] KEY = "key".getBytes(StandardCharsets.UTF_8);
    private static final CanaryShare SHARE = new CanaryShare(KEY, .05);

    /** HMAC-SHA256 of "7\nrequest 1" under "key", by Python's hmac; its first 53 bits. */
    @Test
    void thePositionIsTheKeyedHash() {
        assertThat(SHARE.position("request 1", 7)).isEqualTo(0.5736973919834344);
    }

    @Test
    void anotherRevisionOrKeyDrawsAnew() {
        CanaryShare other = new CanaryShare("other".getBytes(StandardCharsets.UTF_8), .05);
        assertThat(SHARE.position("request 1", 8)).isNotEqualTo(SHARE.position("request 1", 7));
        assertThat(other.position("request 1", 7)).isNotEqualTo(SHARE.position("request 1", 7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-.01, .051, Double.NaN})
    void aShareAboveOneInTwentyIsRefused(double share) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CanaryShare(KEY, share));
    }
}
