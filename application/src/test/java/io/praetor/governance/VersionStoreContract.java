package io.praetor.governance;

import static io.praetor.governance.GovernanceSamples.CHILD;
import static io.praetor.governance.GovernanceSamples.FAMILY;
import static io.praetor.governance.GovernanceSamples.NOW;
import static io.praetor.governance.GovernanceSamples.OWNER;
import static io.praetor.governance.GovernanceSamples.READS;
import static io.praetor.governance.GovernanceSamples.SHIPPED;
import static io.praetor.governance.GovernanceSamples.family;
import static io.praetor.governance.GovernanceSamples.genesis;
import static io.praetor.governance.GovernanceSamples.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Episode;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.ChangeLedger;
import io.praetor.rollout.family.ChangeRequest;
import io.praetor.rollout.family.FamilyState;
import io.praetor.rollout.family.Grant;
import io.praetor.rollout.family.Ruling;
import io.praetor.rollout.family.Rulings;
import io.praetor.rollout.family.Target;
import io.praetor.rollout.life.Evidence;
import io.praetor.rollout.life.GateOutcome;
import io.praetor.rollout.life.Gates;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.Request;
import io.praetor.rollout.life.RiskTier;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.statistics.Proportion;
import io.praetor.rollout.watch.VersionWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of versions keeps to, whatever it is made of. */
public abstract class VersionStoreContract extends EpisodeStoreContract {
    private static final List<GateOutcome> SPAWNABLE =
            List.of(
                    Gates.parent(true),
                    Gates.suite(new Proportion(100, 100)),
                    Gates.suiteWrongAllows(0));

    private static FamilyRecord record(VersionStore store) {
        return store.family(FAMILY).orElseThrow();
    }

    private static Ruling.Changed ruled(
            FamilyState state, RolloutAction action, Target target, List<GateOutcome> gates) {
        Optional<Grant> grant =
                action == RolloutAction.GRANT
                        ? Optional.of(new Grant(Set.of(READS), NOW.plusSeconds(3600)))
                        : Optional.empty();
        Ruling ruling =
                Rulings.on(
                        state,
                        new ChangeRequest(
                                new Request(
                                        action,
                                        new Initiator.Person(OWNER),
                                        Optional.of("user:quinn"),
                                        "because \"it\" is needed\n— really"),
                                target,
                                Evidence.of(gates),
                                List.of("suite report cd34"),
                                grant,
                                NOW));
        return (Ruling.Changed) ruling;
    }

    private static Commit spawning(FamilyRecord record) {
        Ruling.Changed changed =
                ruled(record.state(), RolloutAction.SPAWN, new Target.Whole(CHILD.id()), SPAWNABLE);
        return Commit.of(record, changed.change(), changed.after()).with(CHILD);
    }

    private static Commit pausing(FamilyRecord record, Target target) {
        Ruling.Changed changed = ruled(record.state(), RolloutAction.PAUSE, target, List.of());
        return Commit.of(record, changed.change(), changed.after());
    }

    @Test
    void aFamilyIsReadBackAsItWasFoundedAndFoundedOnce() {
        VersionStore store = fresh();
        assertThat(store.families()).isEmpty();
        assertThat(store.family(FAMILY)).isEmpty();
        Family family = family(FAMILY, RiskTier.SAFE);
        assertThat(store.found(family, SHIPPED, genesis(family))).isTrue();
        FamilyRecord expected =
                new FamilyRecord(
                        family, genesis(family).after(), Progress.starting(0), List.of(SHIPPED));
        assertThat(store.family(FAMILY)).contains(expected);
        assertThat(store.families()).containsExactly(expected);
        assertThat(store.found(family, SHIPPED, genesis(family))).isFalse();
        assertThat(store.changes(FAMILY, 0, 10)).containsExactly(genesis(family).change());
    }

    @Test
    void theStateRebuiltFromTheChangesAloneIsTheStoredOne() {
        VersionStore store = founded();
        assertThat(store.commit(spawning(record(store)))).contains(List.of());
        for (Target target :
                List.of(
                        new Target.Local(SHIPPED.id(), READS),
                        new Target.Whole(SHIPPED.id()),
                        new Target.Everything())) {
            if (record(store).state().heads().defaultVersion().isPresent()) {
                store.commit(pausing(record(store), target));
            }
        }
        FamilyRecord before = record(store);
        Ruling.Changed granted =
                ruled(before.state(), RolloutAction.GRANT, new Target.Everything(), List.of());
        store.commit(Commit.of(before, granted.change(), granted.after()));

        Family family = record(store).family();
        FamilyState rebuilt =
                ChangeLedger.replay(
                        FamilyState.founded(family.id(), family.riskTier(), family.owner()),
                        store.changes(FAMILY, 0, VersionStore.PAGE_MAX));
        assertThat(rebuilt).isEqualTo(record(store).state());
        assertThat(rebuilt.revision()).isEqualTo(5);
        assertThat(record(store).versions()).containsExactly(SHIPPED, CHILD);
    }

    @Test
    void aCommitOnAnOldRevisionOrWatermarkChangesNothing() {
        VersionStore store = founded();
        FamilyRecord old = record(store);
        store.commit(pausing(old, new Target.Everything()));
        FamilyRecord now = record(store);
        assertThat(store.commit(spawning(old))).isEmpty();
        assertThat(record(store)).isEqualTo(now);

        Progress further = new Progress(7, Map.of(), now.progress().budget());
        assertThat(store.commit(advancing(now, further))).isPresent();
        assertThat(store.commit(advancing(now, new Progress(9, Map.of(), further.budget()))))
                .isEmpty();
        assertThat(record(store).progress()).isEqualTo(further);
    }

    private static Commit advancing(FamilyRecord record, Progress progress) {
        return new Commit(
                record,
                List.of(),
                record.state(),
                progress,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @Test
    void ofTwoCommitsOnTheSameRevisionOneHappens() throws Exception {
        VersionStore store = founded();
        FamilyRecord record = record(store);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> happened = new ArrayList<>();
            for (int index = 0; index < 4; index++) {
                happened.add(
                        threads.submit(
                                () ->
                                        store.commit(pausing(record, new Target.Everything()))
                                                .isPresent()));
            }
            long count = 0;
            for (Future<Boolean> one : happened) {
                count += get(one) ? 1 : 0;
            }
            assertThat(count).isEqualTo(1);
        }
        assertThat(record(store).state().revision()).isEqualTo(2);
    }

    private static boolean get(Future<Boolean> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void progressAndSnapshotsAreReadBackToTheLastBit() {
        VersionStore store = founded();
        FamilyRecord before = record(store);
        VersionWatch watch = new VersionWatch(before.family().config().settings());
        for (int index = 0; index < 60; index++) {
            RecordedOutcome matured = outcome("e", 1.0 / (index + 3), index % 7 == 0);
            watch.decided();
            watch.absorb(
                    new Episode(SHIPPED.id(), Mode.CANARY, new Cluster("x"), 1.0 / 3, .05),
                    matured.outcome());
        }
        TrustSnapshot snapshot = snapshot(watch, "s1");
        VersionProgress progress =
                VersionProgress.fresh(NOW)
                        .withWatch(watch.state())
                        .withPaired(VersionProgress.fresh(NOW).paired().plus(true, false))
                        .withTrust(snapshot);
        Commit commit =
                new Commit(
                        before,
                        List.of(),
                        before.state(),
                        before.progress().with(SHIPPED.id(), progress),
                        List.of(),
                        List.of(snapshot, snapshot(watch, "s2")),
                        List.of(),
                        Optional.empty());
        assertThat(store.commit(commit)).isPresent();
        assertThat(record(store).progress()).isEqualTo(commit.progress());
        assertThat(store.snapshots(FAMILY, SHIPPED.id(), 9))
                .containsExactly(snapshot(watch, "s2"), snapshot);
        assertThat(store.snapshots(FAMILY, SHIPPED.id(), 1)).hasSize(1);
        assertThat(store.snapshots(FAMILY, new VersionId("none"), 9)).isEmpty();
    }

    private static TrustSnapshot snapshot(VersionWatch watch, String id) {
        return new TrustSnapshot(
                id,
                FAMILY,
                SHIPPED.id(),
                watch.matured(),
                watch.latest().orElseThrow(),
                3,
                Gates.performance(watch.latest().orElseThrow().rewards(), 0),
                watch.nearness(),
                false,
                NOW);
    }

    @Test
    void refusalsAreNumberedAndAnswersKeptUnderTheirKey() {
        VersionStore store = founded();
        FamilyRecord record = record(store);
        RefusedChange refused =
                new RefusedChange(
                        FAMILY,
                        0,
                        record.state().revision(),
                        RolloutAction.PROMOTE,
                        SHIPPED.id().value(),
                        OWNER,
                        Optional.empty(),
                        "because",
                        Optional.empty(),
                        "gate not met",
                        List.of(Gates.labels(3)),
                        NOW);
        Answered answered = new Answered("key-1", "fingerprint", false, 0);
        Commit commit = Commit.refusing(record, refused);
        assertThat(store.commit(commit)).contains(List.of(1L));
        assertThat(store.commit(commit.with(Optional.of(answered)))).contains(List.of(2L));
        assertThat(store.refusals(FAMILY, 0, 9))
                .containsExactly(refused.numbered(1), refused.numbered(2));
        assertThat(store.refusals(FAMILY, 1, 9)).containsExactly(refused.numbered(2));
        assertThat(store.answered(FAMILY, "key-1")).contains(answered.refused(2));
        assertThat(store.answered(FAMILY, "key-2")).isEmpty();
        assertThat(store.commit(commit.with(Optional.of(answered)))).isEmpty();
        assertThat(store.refusals(FAMILY, 0, 9)).hasSize(2);
    }
}
