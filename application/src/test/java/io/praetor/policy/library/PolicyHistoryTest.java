package io.praetor.policy.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.policy.PolicyHash;
import io.praetor.policy.PolicyHeader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyHistoryTest {
    private static final PolicyHeader FIRST = header("1", "");
    private static final PolicyHeader SECOND = header("2", "parent: " + FIRST.hash());
    private static final PolicyHeader THIRD = header("3", "parent: " + SECOND.hash());
    private static final PolicyHistory HISTORY = PolicyHistory.of(FIRST).with(SECOND);

    @Test
    void aHashCoversTheParentAndTheBytes() {
        // printf '\nabc' | sha256sum
        assertThat(PolicyHash.of(Optional.empty(), "abc"))
                .isEqualTo("f39d39bfc99287b848780d4110eb663f0e7c344ae41f46a390c4135b89dc2756");
        assertThat(PolicyHash.of(Optional.of("0".repeat(64)), "abc"))
                .isNotEqualTo(PolicyHash.of(Optional.empty(), "abc"));
        assertThat(FIRST.hash()).isEqualTo(header("1", "").hash());
        assertThat(FIRST.hash()).isNotEqualTo(header("1", " ").hash());
    }

    @Test
    void aVersionThatNamesTheCurrentOneFollows() {
        assertThat(HISTORY.lineageOf(THIRD)).isEqualTo(new Lineage.Next());
        assertThat(HISTORY.with(THIRD).current()).isEqualTo(THIRD);
    }

    @Test
    void theSameBytesAreTheSameVersion() {
        assertThat(HISTORY.lineageOf(SECOND)).isEqualTo(new Lineage.Same());
    }

    @Test
    void whatDoesNotFollowSaysWhy() {
        String current =
                "; the current version is `2` (%s)".formatted(SECOND.hash().substring(0, 12));
        check(header("4", ""), "it names no parent" + current);
        check(
                header("4", "parent: " + FIRST.hash()),
                "its parent is the older version `1` (%s)".formatted(FIRST.hash().substring(0, 12))
                        + current);
        check(
                header("4", "parent: " + "a".repeat(64)),
                "its parent aaaaaaaaaaaa is not known" + current);
        check(Policies.policy("other", "4", "").header(), "it is policy `other`, not `team`");
    }

    @Test
    void aHistoryWithAGapCannotBeMade() {
        assertThatThrownBy(() -> new PolicyHistory(List.of(FIRST, THIRD)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PolicyHistory(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void check(PolicyHeader next, String why) {
        assertThat(HISTORY.lineageOf(next)).isEqualTo(new Lineage.Broken(why));
        assertThatThrownBy(() -> HISTORY.with(next)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PolicyHeader header(String version, String more) {
        return Policies.policy("team", version, more).header();
    }
}
