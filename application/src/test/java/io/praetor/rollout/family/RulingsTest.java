package io.praetor.rollout.family;

import static io.praetor.rollout.Samples.NOW;
import static io.praetor.rollout.Samples.READS;
import static io.praetor.rollout.Samples.WRITES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.praetor.rollout.detection.Alarm;
import io.praetor.rollout.detection.Stream;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.life.Check;
import io.praetor.rollout.life.Evidence;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.Refusal;
import io.praetor.rollout.life.Request;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.life.Tier;
import io.praetor.rollout.life.VersionState;
import io.praetor.rollout.watch.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulingsTest {
    private static final VersionId FIRST = new VersionId("first");
    private static final VersionId SECOND = new VersionId("second");
    private static final VersionId SAFE = new VersionId("safe");
    private static final VersionState LIVE = new VersionState.Live(Tier.EVERYTHING);

    private static final Finding OVERALL =
            new Finding.Rung(new Alarm(Stream.OVERRIDE, Optional.empty(), 61_000, 60_000));
    private static final Finding LOCAL =
            new Finding.Rung(new Alarm(Stream.REWARD, Optional.of(READS), 61_000, 60_000));

    @Test
    void promotionMovesTheDefaultAndKeepsTheOldOneOnStandby() {
        FamilyState family = Families.withDefault(FIRST);
        FamilyState promoted = Families.promoted(family, SECOND);
        assertThat(promoted.heads().defaultVersion()).contains(SECOND);
        assertThat(promoted.heads().standby()).containsExactly(FIRST);
        assertThat(promoted.stateOf(SECOND)).contains(new VersionState.Live(Tier.READ));
        assertThat(promoted.stateOf(FIRST)).contains(LIVE);
    }

    @Test
    void aPausedDefaultFallsBackToTheStandbyThenToTheFallbackThenToNobody() {
        FamilyState family = Families.withFallback(Families.withDefault(SAFE), SAFE);
        family = Families.promoted(Families.promoted(family, FIRST), SECOND);

        FamilyState standby = paused(family, SECOND);
        assertThat(standby.heads().defaultVersion()).contains(FIRST);
        FamilyState fallback = paused(standby, FIRST);
        assertThat(fallback.heads().defaultVersion()).contains(SAFE);
        FamilyState nobody = paused(fallback, SAFE);
        assertThat(nobody.heads().defaultVersion()).isEmpty();
        assertThat(nobody.heads().status()).isEqualTo(FamilyStatus.PAUSED);
    }

    @Test
    void theVersionThatWasRolledBackIsNeverTheDefaultAgain() {
        FamilyState family = Families.promoted(Families.withDefault(FIRST), SECOND);
        FamilyState after =
                changed(
                        family,
                        request(
                                RolloutAction.ROLLBACK,
                                new Target.Whole(SECOND),
                                new Initiator.Person("user:olivia")));
        assertThat(after.heads().defaultVersion()).contains(FIRST);
        assertThat(after.stateOf(SECOND)).contains(new VersionState.RolledBack());
        for (RolloutAction action : RolloutAction.values()) {
            if (action != RolloutAction.GRANT) {
                assertThat(
                                Rulings.on(
                                        after,
                                        request(
                                                action,
                                                new Target.Whole(SECOND),
                                                new Initiator.Person("user:paul"))))
                        .as("%s", action)
                        .isInstanceOf(Ruling.Unchanged.class);
            }
        }
    }

    @Test
    void resumingGivesBackWhatThePauseTook() {
        FamilyState family = Families.promoted(Families.withDefault(FIRST), SECOND);
        FamilyState resumed =
                changed(
                        paused(family, SECOND),
                        request(
                                RolloutAction.RESUME,
                                new Target.Whole(SECOND),
                                new Initiator.Person("user:olivia")));
        assertThat(resumed.heads().defaultVersion()).contains(SECOND);
        assertThat(resumed.heads().standby()).containsExactly(FIRST);
        assertThat(member(resumed, SECOND).alarms()).isEqualTo(1);
    }

    @Test
    void aLocalAlarmBlocksOnlyItsClusterWhereConfigured() {
        FamilyState family = Families.withDefault(FIRST);
        ChangeRequest local =
                new AutomaticResponse(true).to(family, FIRST, List.of(LOCAL), NOW).orElseThrow();
        FamilyState blocked = changed(family, local);
        assertThat(blocked.heads()).isEqualTo(family.heads());
        assertThat(member(blocked, FIRST))
                .isEqualTo(new Member(LIVE, Families.FOUNDED, 1, Set.of(READS)));

        ChangeRequest whole =
                new AutomaticResponse(false).to(family, FIRST, List.of(LOCAL), NOW).orElseThrow();
        assertThat(whole.target()).isEqualTo(new Target.Whole(FIRST));
        ChangeRequest mixed =
                new AutomaticResponse(true)
                        .to(family, FIRST, List.of(LOCAL, OVERALL), NOW)
                        .orElseThrow();
        assertThat(mixed.target()).isEqualTo(new Target.Whole(FIRST));
    }

    @Test
    void aBlockedClusterIsOpenedByAPersonWithAnApprover() {
        FamilyState family = Families.withDefault(FIRST);
        FamilyState blocked =
                changed(
                        family,
                        new AutomaticResponse(true)
                                .to(family, FIRST, List.of(LOCAL), NOW)
                                .orElseThrow());
        Target here = new Target.Local(FIRST, READS);
        Target elsewhere = new Target.Local(FIRST, WRITES);
        Initiator olivia = new Initiator.Person("user:olivia");
        assertThat(member(changed(blocked, request(RolloutAction.RESUME, here, olivia)), FIRST))
                .isEqualTo(new Member(LIVE, Families.FOUNDED, 1, Set.of()));
        assertThat(
                        refusal(
                                blocked,
                                request(
                                        RolloutAction.RESUME,
                                        here,
                                        new Initiator.Automatic("timer"))))
                .isEqualTo(Refusal.NOT_YOURS);
        assertThat(refusal(blocked, request(RolloutAction.RESUME, elsewhere, olivia)))
                .isEqualTo(Refusal.NO_SUCH_TRANSITION);
        assertThat(refusal(blocked, request(RolloutAction.PAUSE, here, olivia)))
                .isEqualTo(Refusal.NO_SUCH_TRANSITION);
    }

    @Test
    void aSecondAlarmRollsBack() {
        FamilyState family = Families.withDefault(FIRST);
        FamilyState resumed =
                changed(
                        paused(family, FIRST),
                        request(
                                RolloutAction.RESUME,
                                new Target.Whole(FIRST),
                                new Initiator.Person("user:olivia")));
        ChangeRequest second =
                new AutomaticResponse(false)
                        .to(resumed, FIRST, List.of(OVERALL), NOW)
                        .orElseThrow();
        assertThat(second.request().action()).isEqualTo(RolloutAction.ROLLBACK);
        assertThat(changed(resumed, second).stateOf(FIRST)).contains(new VersionState.RolledBack());
    }

    @Test
    void theFourthAutomaticRollbackOfADayPausesTheFamilyInstead() {
        FamilyState family = Families.withDefault(SAFE);
        for (int index = 0; index < 4; index++) {
            family = Families.promoted(family, new VersionId("v" + index));
        }
        Finding critical = new Finding.BelowCritical(.3, .4, 4);
        for (int index = 3; index >= 1; index--) {
            family = rolledBack(family, new VersionId("v" + index), critical, NOW);
            assertThat(family.heads().status()).isEqualTo(FamilyStatus.ACTIVE);
        }
        VersionId last = new VersionId("v0");
        FamilyState paused = rolledBack(family, last, critical, NOW);
        assertThat(paused.heads().status()).isEqualTo(FamilyStatus.PAUSED);
        assertThat(paused.stateOf(last)).isEqualTo(family.stateOf(last));
        FamilyState nextDay = rolledBack(family, last, critical, NOW.plus(Duration.ofHours(24)));
        assertThat(nextDay.stateOf(last)).contains(new VersionState.RolledBack());
    }

    private static FamilyState rolledBack(
            FamilyState family, VersionId version, Finding why, Instant at) {
        return changed(
                family,
                new AutomaticResponse(false).to(family, version, List.of(why), at).orElseThrow());
    }

    @Test
    void aFamilyIsPausedByAnybodyAndResumedByAPerson() {
        FamilyState family = Families.withDefault(FIRST);
        Target all = new Target.Everything();
        FamilyState paused =
                changed(
                        family,
                        request(RolloutAction.PAUSE, all, new Initiator.Automatic("switch")));
        assertThat(paused.heads().status()).isEqualTo(FamilyStatus.PAUSED);
        Initiator olivia = new Initiator.Person("user:olivia");
        assertThat(
                        refusal(
                                paused,
                                request(
                                        RolloutAction.RESUME,
                                        all,
                                        new Initiator.Automatic("switch"))))
                .isEqualTo(Refusal.NOT_YOURS);
        assertThat(refusal(paused, request(RolloutAction.PAUSE, all, olivia)))
                .isEqualTo(Refusal.NO_SUCH_TRANSITION);
        assertThat(refusal(paused, request(RolloutAction.PROMOTE, all, olivia)))
                .isEqualTo(Refusal.NO_SUCH_TRANSITION);
        assertThat(changed(paused, request(RolloutAction.RESUME, all, olivia)).heads())
                .isEqualTo(family.heads());
    }

    @Test
    void aGrantIsAPersonsAndExpires() {
        FamilyState family = Families.withDefault(FIRST);
        Grant grant = new Grant(Set.of(READS), NOW.plus(Duration.ofHours(1)));
        FamilyState granted = changed(family, Families.granting(grant, "user:olivia"));
        assertThat(granted.grants()).containsExactly(grant);
        assertThat(grant.covers(READS, NOW)).isTrue();
        assertThat(grant.covers(WRITES, NOW)).isFalse();
        assertThat(grant.covers(READS, NOW.plus(Duration.ofHours(1)))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grant(Set.of(), NOW.plus(Duration.ofHours(1))));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                request(
                                        RolloutAction.GRANT,
                                        new Target.Everything(),
                                        new Initiator.Person("user:olivia")));
    }

    private static FamilyState paused(FamilyState family, VersionId version) {
        return changed(
                family,
                new AutomaticResponse(false)
                        .to(family, version, List.of(OVERALL), NOW)
                        .orElseThrow());
    }

    private static Member member(FamilyState family, VersionId version) {
        return Optional.ofNullable(family.members().get(version)).orElseThrow();
    }

    private static ChangeRequest request(RolloutAction action, Target target, Initiator by) {
        return new ChangeRequest(
                new Request(action, by, Optional.of("user:quinn"), "because"),
                target,
                Evidence.NONE,
                List.of(),
                Optional.empty(),
                NOW);
    }

    private static FamilyState changed(FamilyState family, ChangeRequest asked) {
        Ruling ruling = Rulings.on(family, asked);
        assertThat(ruling).isInstanceOf(Ruling.Changed.class);
        return ((Ruling.Changed) ruling).after();
    }

    private static Refusal refusal(FamilyState family, ChangeRequest asked) {
        Ruling ruling = Rulings.on(family, asked);
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Unchanged.class,
                        unchanged -> assertThat(unchanged.why()).isInstanceOf(Check.Refused.class));
        return ((Check.Refused) ((Ruling.Unchanged) ruling).why()).refusal();
    }
}
