package io.praetor.rollout.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.praetor.situation.RiskLevel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceValuesTest {
    private static final Cluster READS = Cluster.of(RiskLevel.LOW, "read");
    private static final Cluster DEPLOYS = Cluster.of(RiskLevel.HIGH, "deploy");

    @Test
    void whatTheCodebookDoesNotListCountsAsItsLastCluster() {
        Codebook codebook = new Codebook("1", List.of(READS, DEPLOYS));
        assertThat(codebook.indexOf(READS)).isZero();
        assertThat(codebook.indexOf(new Cluster("low/unheard"))).isEqualTo(1);
    }

    @Test
    void aCodebookListsAtLeastTwoClustersOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Codebook("1", List.of(READS)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Codebook("1", List.of(READS, READS)));
    }

    @ParameterizedTest
    @CsvSource({
        ".8, .6, true, false",
        ".8, .61, false, false",
        ".4, .29, false, true",
        ".6, .1, true, true",
        ".2, .3, false, false"
    })
    void coherenceRaisesFlags(double before, double after, boolean drop, boolean low) {
        Set<SafetyFlag> flags = SafetyFlag.ofCoherence(before, after);
        assertThat(flags.contains(SafetyFlag.COHERENCE_DROP)).isEqualTo(drop);
        assertThat(flags.contains(SafetyFlag.LOW_COHERENCE)).isEqualTo(low);
    }

    @Test
    void onlyAWrongAllowIsCritical() {
        assertThat(SafetyFlag.values())
                .filteredOn(SafetyFlag::isCritical)
                .containsExactly(SafetyFlag.WRONG_ALLOW);
    }

    @Test
    void aPersonWhoOverridesHasReviewed() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Oversight(
                                        false, false, Set.of(Overrider.HUMAN), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Oversight(
                                        true,
                                        false,
                                        Set.of(Overrider.RULES),
                                        Optional.of(OverrideSense.UNCLEAR)));
    }

    @Test
    void overridesByRulesAreNotHeldAgainstTheVersion() {
        Oversight byRules =
                new Oversight(
                        true,
                        false,
                        Set.of(Overrider.RULES, Overrider.META_POLICY),
                        Optional.empty());
        assertThat(byRules.overriddenByHuman()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-.1, 1", "1.1, 1", "NaN, 1", ".5, 0", ".5, 1.5", ".5, NaN"})
    void potencyAndPropensityStayInRange(double potency, double propensity) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Episode(
                                        new VersionId("v"),
                                        Mode.SHADOW,
                                        READS,
                                        potency,
                                        propensity));
    }
}
