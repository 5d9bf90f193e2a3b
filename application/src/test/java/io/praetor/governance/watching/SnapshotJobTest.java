package io.praetor.governance.watching;

import static io.praetor.governance.GovernanceSamples.CHILD;
import static io.praetor.governance.GovernanceSamples.DEPLOYS;
import static io.praetor.governance.GovernanceSamples.FAMILY;
import static io.praetor.governance.GovernanceSamples.NOW;
import static io.praetor.governance.GovernanceSamples.OWNER;
import static io.praetor.governance.GovernanceSamples.READS;
import static io.praetor.governance.GovernanceSamples.SHIPPED;
import static io.praetor.governance.GovernanceSamples.WRITES;
import static io.praetor.governance.GovernanceSamples.episode;
import static io.praetor.governance.GovernanceSamples.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.memory.MemoryVersionStore;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.GovernanceSamples;
import io.praetor.governance.TrustSnapshot;
import io.praetor.governance.Version;
import io.praetor.governance.VersionStore;
import io.praetor.governance.control.Demand;
import io.praetor.governance.control.VersionControl;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.SafetyFlag;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.ChangeLedger;
import io.praetor.rollout.family.FamilyState;
import io.praetor.rollout.family.FamilyStatus;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.life.Tier;
import io.praetor.rollout.life.VersionState;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SnapshotJobTest {
    private static final List<Cluster> CLUSTERS = List.of(READS, WRITES, DEPLOYS);

    private static FamilyRecord record(VersionStore store) {
        return store.family(FAMILY).orElseThrow();
    }

    private static VersionStore founded() {
        return GovernanceSamples.founded(new MemoryVersionStore());
    }

    /** Episodes with their outcomes, which turn bad in the middle. */
    private static void live(VersionStore store, Version version, int from, int to, double harm) {
        SplittableRandom random = new SplittableRandom(from);
        for (int index = from; index < to; index++) {
            String id = "e%05d".formatted(index);
            store.record(episode(id, version, Mode.ENFORCED, CLUSTERS.get(index % 3)));
            double reward = Math.clamp(.25 - harm + .4 * random.nextGaussian(), -1, 1);
            store.record(outcome(id, reward, random.nextDouble() < .06 + harm / 2));
        }
    }

    @Test
    void everyTwentyFiveOutcomesASnapshotIsTakenAndNothingIsReadTwice() {
        VersionStore store = founded();
        live(store, SHIPPED, 0, 260, 0);
        SnapshotJob job = new SnapshotJob(store);
        JobReport report = job.runAll();
        assertThat(report.events()).isEqualTo(520);
        assertThat(report.snapshots()).hasSize(10);
        assertThat(job.runAll()).isEqualTo(JobReport.NOTHING);
        TrustSnapshot latest = store.snapshots(FAMILY, SHIPPED.id(), 1).getFirst();
        assertThat(latest.matured()).isEqualTo(250);
        assertThat(latest.credibility().score()).isBetween(.4, .7);
        assertThat(record(store).trustOf(SHIPPED.id())).contains(latest);
        assertThat(report.changes()).isEmpty();
    }

    @Test
    void aRunThatWasInterruptedAnywhereEndsWithTheSameState() {
        VersionStore whole = founded();
        live(whole, SHIPPED, 0, 300, 0);
        live(whole, SHIPPED, 300, 500, .4);
        new SnapshotJob(whole).runAll();

        VersionStore pieces = founded();
        for (int start = 0; start < 500; start += 37) {
            live(pieces, start, Math.min(500, start + 37));
            new SnapshotJob(pieces).runAll();
        }
        assertThat(pieces.events(FAMILY, 0, 500)).isEqualTo(whole.events(FAMILY, 0, 500));
        assertThat(record(pieces)).isEqualTo(record(whole));
        assertThat(pieces.changes(FAMILY, 0, 99)).isEqualTo(whole.changes(FAMILY, 0, 99));
        assertThat(record(whole).state().heads().status()).isEqualTo(FamilyStatus.PAUSED);
    }

    /** The same episodes as above, in any pieces. */
    private static void live(VersionStore store, int from, int to) {
        VersionStore source = founded();
        live(source, SHIPPED, 0, 300, 0);
        live(source, SHIPPED, 300, 500, .4);
        source.events(FAMILY, 2L * from, 2 * (to - from))
                .forEach(
                        event -> {
                            store.record(event.episode());
                            source.episode(event.episode().id())
                                    .flatMap(view -> view.outcome())
                                    .ifPresent(store::record);
                        });
    }

    @Test
    void aVersionThatTurnsBadIsStoppedByItsWatchAndTheChangeSaysWhy() {
        VersionStore store = founded();
        live(store, SHIPPED, 0, 300, 0);
        live(store, SHIPPED, 300, 500, .4);
        JobReport report = new SnapshotJob(store).runAll();
        assertThat(report.changes()).hasSize(1);
        Change change = report.changes().getFirst();
        assertThat(change.action()).isEqualTo(RolloutAction.PAUSE);
        assertThat(change.by()).isInstanceOf(Initiator.Automatic.class);
        assertThat(change.evidence())
                .anyMatch(line -> line.startsWith("CAUSE_TO_PAUSE PASSED"))
                .anyMatch(line -> line.startsWith("snapshot deploys/"))
                .anyMatch(line -> line.startsWith("episode e00"));
        assertThat(report.callsOwner()).isTrue();
        assertThat(report.refusals()).isEmpty();
        FamilyRecord after = record(store);
        assertThat(after.state().stateOf(SHIPPED.id()))
                .contains(
                        new VersionState.Quarantined(new VersionState.Live(Tier.EVERYTHING), true));
        assertThat(
                        ChangeLedger.replay(
                                FamilyState.founded(
                                        FAMILY, after.family().riskTier(), after.family().owner()),
                                store.changes(FAMILY, 0, 500)))
                .isEqualTo(after.state());
    }

    @Test
    void oneCriticalFlagQuarantinesAtOnceAndASecondAfterResumeRollsBack() {
        VersionStore store = founded();
        SnapshotJob job = new SnapshotJob(store);
        store.record(episode("e1", SHIPPED, Mode.ENFORCED, READS));
        store.record(outcome("e1", -1, true, SafetyFlag.WRONG_ALLOW));
        assertThat(job.runAll().changes()).hasSize(1);
        // What still comes in about it while it is stopped is no second alarm.
        store.record(episode("e2", SHIPPED, Mode.ENFORCED, READS));
        store.record(outcome("e2", -1, true, SafetyFlag.WRONG_ALLOW));
        assertThat(job.runAll().changes()).isEmpty();

        VersionControl control = new VersionControl(store, () -> NOW);
        control.apply(
                Demand.of(FAMILY, SHIPPED.id(), RolloutAction.RESUME, OWNER, "a stale cache"));
        control.apply(resumeFamily());
        store.record(episode("e3", SHIPPED, Mode.ENFORCED, READS));
        store.record(outcome("e3", -1, true, SafetyFlag.WRONG_ALLOW));
        assertThat(job.runAll().changes())
                .extracting(Change::action)
                .containsExactly(RolloutAction.ROLLBACK);
        assertThat(record(store).state().stateOf(SHIPPED.id()))
                .contains(new VersionState.RolledBack());
    }

    private static Demand resumeFamily() {
        Demand version = Demand.of(FAMILY, SHIPPED.id(), RolloutAction.RESUME, OWNER, "mended");
        return new Demand(
                FAMILY,
                Optional.empty(),
                version.cluster(),
                version.action(),
                version.by(),
                version.approvedBy(),
                version.approves(),
                version.reasoning(),
                version.evidence(),
                version.expectedRevision(),
                version.idempotencyKey(),
                version.grant(),
                false,
                version.spawning());
    }

    @Test
    void anEpisodeOfAVersionThatIsNotInTheFamilyIsNotKept() {
        VersionStore store = founded();
        assertThat(store.record(episode("e1", CHILD, Mode.SHADOW, READS)))
                .isEqualTo(VersionStore.Kept.UNKNOWN);
        assertThat(new SnapshotJob(store).run("none")).isEqualTo(JobReport.NOTHING);
    }
}
