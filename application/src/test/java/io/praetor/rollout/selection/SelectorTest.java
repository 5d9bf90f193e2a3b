package io.praetor.rollout.selection;

import static io.praetor.rollout.Samples.NOW;
import static io.praetor.rollout.Samples.READS;
import static io.praetor.rollout.Samples.WRITES;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.rollout.detection.Alarm;
import io.praetor.rollout.detection.Stream;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.AutomaticResponse;
import io.praetor.rollout.family.Families;
import io.praetor.rollout.family.FamilyState;
import io.praetor.rollout.family.Grant;
import io.praetor.rollout.family.Ruling;
import io.praetor.rollout.family.Rulings;
import io.praetor.rollout.life.Answer;
import io.praetor.rollout.life.Tier;
import io.praetor.rollout.selection.Selection.PassedOver;
import io.praetor.rollout.selection.Selection.Reason;
import io.praetor.rollout.watch.Finding;
import io.praetor.situation.Environment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SelectorTest {
    private static final VersionId FIRST = new VersionId("first");
    private static final VersionId SECOND = new VersionId("second");
    private static final VersionId SAFE = new VersionId("safe");
    private static final VersionId NEW = new VersionId("new");
    private static final Snapshot GOOD = new Snapshot(.5, .8, Answer.PASSED, false, 300);
    private static final CanaryShare SHARE =
            new CanaryShare("key".getBytes(StandardCharsets.UTF_8), .05);
    private static final Selector SELECTOR = new Selector(SHARE, TierScope.DEFAULT);

    /** SECOND is the default in the first tier, FIRST its standby, SAFE the fallback. */
    private static final FamilyState FAMILY =
            Families.promoted(
                    Families.promoted(
                            Families.withFallback(Families.withDefault(SAFE), SAFE), FIRST),
                    SECOND);

    private static final Map<VersionId, Snapshot> ALL_GOOD =
            Map.of(FIRST, GOOD, SECOND, GOOD, SAFE, GOOD, NEW, GOOD);

    private static SelectionState state(FamilyState family, Map<VersionId, Snapshot> snapshots) {
        ConservativeBudget budget = ConservativeBudget.startingAt(.2);
        for (int index = 0; index < 1_000; index++) {
            budget = budget.afterDefault();
        }
        return new SelectionState(family, snapshots, budget, .30, false);
    }

    private static Occasion occasion(Regime regime) {
        return occasion("request 1", READS, OptionalDouble.of(.1), regime);
    }

    private static Occasion occasion(
            String id, Cluster cluster, OptionalDouble load, Regime regime) {
        return new Occasion(id, cluster, "read", Environment.NONE, load, regime, NOW);
    }

    private static Selection enforced(VersionId version, Reason reason, PassedOver... over) {
        return new Selection(Optional.of(version), Mode.ENFORCED, 1, reason, List.of(over));
    }

    private static Map<VersionId, Snapshot> but(VersionId version, Snapshot snapshot) {
        Map<VersionId, Snapshot> changed = new HashMap<>(ALL_GOOD);
        changed.put(version, snapshot);
        return changed;
    }

    @Test
    void theDefaultActsWhereNothingSpeaksAgainstIt() {
        assertThat(SELECTOR.select(state(FAMILY, ALL_GOOD), occasion(Regime.DEFAULT)))
                .isEqualTo(enforced(SECOND, Reason.DEFAULT));
    }

    @ParameterizedTest
    @CsvSource({
        ".29, PASSED, false, 300, SCORE_BELOW_FLOOR",
        "NaN, PASSED, false, 300, SCORE_BELOW_FLOOR",
        ".5, FAILED, false, 300, PERFORMANCE_FAILED",
        ".5, PASSED, true, 300, ALARM_OPEN",
        ".5, PASSED, false, 0, NO_EVIDENCE"
    })
    void aDefaultThatIsNotEligibleIsPassedOver(
            double score, Answer performance, boolean alarmed, long episodes, Ineligibility why) {
        Snapshot bad = new Snapshot(score, .8, performance, alarmed, episodes);
        assertThat(SELECTOR.select(state(FAMILY, but(SECOND, bad)), occasion(Regime.DEFAULT)))
                .isEqualTo(enforced(FIRST, Reason.STANDBY, new PassedOver(SECOND, why)));
    }

    @Test
    void aVersionWithoutEvidenceNeverActsInAnyRegime() {
        FamilyState family = Families.canary(FAMILY, NEW);
        for (Regime regime : Regime.values()) {
            for (int request = 0; request < 500; request++) {
                Occasion occasion = occasion("r" + request, READS, OptionalDouble.of(.1), regime);
                assertThat(SELECTOR.select(state(family, Map.of()), occasion).version()).isEmpty();
            }
        }
    }

    @Test
    void aTierDoesNotReachBeyondItself() {
        Occasion write =
                new Occasion(
                        "r",
                        WRITES,
                        "write",
                        Environment.NONE,
                        OptionalDouble.of(.1),
                        Regime.DEFAULT,
                        NOW);
        assertThat(SELECTOR.select(state(FAMILY, ALL_GOOD), write))
                .isEqualTo(
                        enforced(
                                SAFE,
                                Reason.STANDBY,
                                new PassedOver(SECOND, Ineligibility.OUT_OF_SCOPE),
                                new PassedOver(FIRST, Ineligibility.OUT_OF_SCOPE)));
        Occasion admin =
                new Occasion(
                        "r",
                        WRITES,
                        "admin",
                        Environment.NONE,
                        OptionalDouble.of(.1),
                        Regime.DEFAULT,
                        NOW);
        assertThat(SELECTOR.select(state(FAMILY, ALL_GOOD), admin).version()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "READ, read, NONE, true",
        "READ, write, NONE, false",
        "WRITE_AND_COMMIT, commit, NONE, true",
        "WRITE_AND_COMMIT, deploy, STAGING, false",
        "DEPLOY_OUTSIDE_PRODUCTION, deploy, STAGING, true",
        "DEPLOY_OUTSIDE_PRODUCTION, deploy, PRODUCTION, false",
        "DEPLOY_OUTSIDE_PRODUCTION, deploy, NONE, false",
        "DEPLOY, deploy, PRODUCTION, true",
        "DEPLOY, credential, NONE, false",
        "EVERYTHING, credential, NONE, true",
        "EVERYTHING, unheard, NONE, true",
        "EVERYTHING, admin, NONE, false"
    })
    void tiersWiden(Tier tier, String family, Environment environment, boolean covered) {
        assertThat(TierScope.DEFAULT.covers(tier, family, environment)).isEqualTo(covered);
    }

    @Test
    void eachRegimeChoosesAsTheDesignSays() {
        Snapshot safest = new Snapshot(.45, .95, Answer.PASSED, false, 300);
        SelectionState state = state(FAMILY, but(FIRST, safest));
        assertThat(SELECTOR.select(state, occasion(Regime.HALT)))
                .isEqualTo(Selection.rulesOnly(Reason.HALTED, List.of()));
        assertThat(SELECTOR.select(state, occasion(Regime.UNKNOWN)))
                .isEqualTo(enforced(SAFE, Reason.UNKNOWN_CONTEXT));
        assertThat(SELECTOR.select(state, occasion(Regime.CONSERVATIVE)))
                .isEqualTo(enforced(FIRST, Reason.CONSERVATIVE));
        assertThat(SELECTOR.select(state, occasion(Regime.NO_POLICY)))
                .isEqualTo(Selection.rulesOnly(Reason.NO_POLICY, List.of()));
    }

    @ParameterizedTest
    @EnumSource(Regime.class)
    void aKilledOrPausedFamilyActsInNoRegime(Regime regime) {
        SelectionState running = state(FAMILY, ALL_GOOD);
        SelectionState killed = new SelectionState(FAMILY, ALL_GOOD, running.budget(), .30, true);
        assertThat(SELECTOR.select(killed, occasion(regime)))
                .isEqualTo(Selection.rulesOnly(Reason.KILL_SWITCH, List.of()));
    }

    @Test
    void highAffectiveLoadTakesAGrant() {
        Occasion high = occasion("r", READS, OptionalDouble.of(.7), Regime.DEFAULT);
        assertThat(SELECTOR.select(state(FAMILY, ALL_GOOD), high))
                .isEqualTo(Selection.rulesOnly(Reason.HIGH_LOAD_WITHOUT_GRANT, List.of()));
        Grant grant = new Grant(Set.of(READS), NOW.plus(Duration.ofHours(1)));
        Ruling ruling = Rulings.on(FAMILY, Families.granting(grant, "user:olivia"));
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Changed.class,
                        changed ->
                                assertThat(SELECTOR.select(state(changed.after(), ALL_GOOD), high))
                                        .isEqualTo(enforced(SECOND, Reason.DEFAULT)));
    }

    @Test
    void aBlockedClusterFallsBackAndNoOther() {
        Finding local =
                new Finding.Rung(new Alarm(Stream.REWARD, Optional.of(READS), 61_000, 60_000));
        Ruling ruling =
                Rulings.on(
                        FAMILY,
                        new AutomaticResponse(true)
                                .to(FAMILY, SECOND, List.of(local), NOW)
                                .orElseThrow());
        FamilyState blocked = ((Ruling.Changed) ruling).after();
        assertThat(SELECTOR.select(state(blocked, ALL_GOOD), occasion(Regime.DEFAULT)).version())
                .contains(FIRST);
        Occasion elsewhere = occasion("r", WRITES, OptionalDouble.of(.1), Regime.DEFAULT);
        assertThat(SELECTOR.select(state(blocked, ALL_GOOD), elsewhere).version()).contains(SECOND);
    }

    @Test
    void aCanaryDecidesItsShareAndTheSameRequestsEachTime() {
        SelectionState state = state(Families.canary(FAMILY, NEW), ALL_GOOD);
        int canaries = 0;
        int all = 4_000;
        for (int request = 0; request < all; request++) {
            Occasion occasion =
                    occasion("r" + request, READS, OptionalDouble.of(.1), Regime.EXPERIMENTAL);
            Selection selection = SELECTOR.select(state, occasion);
            assertThat(SELECTOR.select(state, occasion)).isEqualTo(selection);
            boolean canary = selection.mode() == Mode.CANARY;
            assertThat(selection.propensity()).isEqualTo(canary ? .05 : .95);
            assertThat(selection.version()).contains(canary ? NEW : SECOND);
            canaries += canary ? 1 : 0;
        }
        // Five standard deviations of a binomial count.
        double spread = 5 * Math.sqrt(all * .05 * .95);
        assertThat((double) canaries).isBetween(all * .05 - spread, all * .05 + spread);
    }

    @Test
    void ofTwoCanariesTheOneTriedLessGetsItsTurn() {
        VersionId rare = new VersionId("rare");
        FamilyState family = Families.canary(Families.canary(FAMILY, NEW), rare);
        Map<VersionId, Snapshot> snapshots =
                but(NEW, new Snapshot(.52, .8, Answer.PASSED, false, 9_000));
        snapshots.put(rare, new Snapshot(.51, .8, Answer.PASSED, false, 40));
        assertThat(
                        new CanaryChoice(state(family, snapshots), TierScope.DEFAULT)
                                .best(occasion(Regime.EXPERIMENTAL)))
                .contains(rare);
    }
}
