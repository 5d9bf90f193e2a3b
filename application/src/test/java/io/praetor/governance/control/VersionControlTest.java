package io.praetor.governance.control;

import static io.praetor.governance.GovernanceSamples.CHILD;
import static io.praetor.governance.GovernanceSamples.FAMILY;
import static io.praetor.governance.GovernanceSamples.NOW;
import static io.praetor.governance.GovernanceSamples.OWNER;
import static io.praetor.governance.GovernanceSamples.SHIPPED;
import static io.praetor.governance.GovernanceSamples.family;
import static io.praetor.governance.GovernanceSamples.genesis;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.memory.MemoryVersionStore;
import io.praetor.governance.Assignment;
import io.praetor.governance.Family;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.GovernanceSamples;
import io.praetor.governance.RefusedChange;
import io.praetor.governance.Version;
import io.praetor.governance.VersionStore;
import io.praetor.governance.control.ControlAnswer.Done;
import io.praetor.governance.control.ControlAnswer.NotDone;
import io.praetor.governance.watching.SnapshotJob;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.FamilyStatus;
import io.praetor.rollout.life.Answer;
import io.praetor.rollout.life.Gate;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.Refusal;
import io.praetor.rollout.life.RiskTier;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.life.Stage;
import io.praetor.rollout.life.VersionState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VersionControlTest {
    static final SuiteResult PASSED = new SuiteResult(99, 100, 0, "cd34");

    private final VersionStore store = GovernanceSamples.founded(new MemoryVersionStore());
    private final VersionControl control = new VersionControl(store, () -> NOW);

    private FamilyRecord record() {
        return store.family(FAMILY).orElseThrow();
    }

    static Demand spawn(SuiteResult suite) {
        return spawn(FAMILY, new Initiator.Learning("cycle-7"), suite);
    }

    private static Demand spawn(String family, Initiator by, SuiteResult suite) {
        return new Demand(
                family,
                Optional.of(CHILD.id()),
                Optional.empty(),
                RolloutAction.SPAWN,
                by,
                Optional.empty(),
                OptionalLong.empty(),
                "fewer needless questions",
                List.of(),
                OptionalLong.empty(),
                Optional.of("spawn-1"),
                Optional.empty(),
                false,
                Optional.of(new Spawning(CHILD, suite)));
    }

    private static Demand demand(RolloutAction action) {
        return Demand.of(FAMILY, CHILD.id(), action, OWNER, "the figures are good");
    }

    private RefusedChange refused(Demand demand) {
        ControlAnswer answer = control.apply(demand);
        assertThat(answer).isInstanceOf(NotDone.class);
        return ((NotDone) answer).refusal();
    }

    @Test
    void aCandidateComesWithASuiteReportOrNotAtAll() {
        RefusedChange without = refused(spawn(SuiteResult.NONE));
        assertThat(without.gates())
                .extracting(gate -> gate.gate() + " " + gate.answer())
                .containsExactly(
                        "PARENT PASSED", "SUITE INCONCLUSIVE", "SUITE_WRONG_ALLOWS PASSED");
        assertThat(record().versions()).containsExactly(SHIPPED);

        VersionControl again = new VersionControl(fresh(RiskTier.SAFE), () -> NOW);
        assertThat(again.apply(spawn(PASSED))).isInstanceOf(Done.class);
        FamilyRecord after = again.store().family(FAMILY).orElseThrow();
        assertThat(after.versions()).containsExactly(SHIPPED, CHILD);
        assertThat(after.state().stateOf(CHILD.id()))
                .contains(new VersionState.Candidate(Stage.SHADOW));
        assertThat(after.state().heads().defaultVersion()).contains(SHIPPED.id());
    }

    private static VersionStore fresh(RiskTier tier) {
        VersionStore fresh = new MemoryVersionStore();
        Family family = family(FAMILY, tier);
        fresh.found(family, SHIPPED, genesis(family));
        return fresh;
    }

    @Test
    void noCandidateAdvancesWithoutEvidenceAndTheRefusalSaysWhatIsMissing() {
        control.apply(spawn(PASSED));
        RefusedChange refusal = refused(demand(RolloutAction.ADVANCE));
        assertThat(refusal.number()).isEqualTo(1);
        assertThat(refusal.gates())
                .extracting(gate -> gate.gate() + " " + gate.answer())
                .containsExactly(
                        "LABELS INCONCLUSIVE", "AGREEMENT INCONCLUSIVE", "SOAK INCONCLUSIVE");
        assertThat(refusal.gates()).allSatisfy(gate -> assertThat(gate.limit()).isPositive());
        assertThat(store.refusals(FAMILY, 0, 9)).containsExactly(refusal);
    }

    @Test
    void enoughLabelsAndTimeAdvanceTheCandidateAndTheChangeNamesTheFigures() {
        control.apply(spawn(PASSED));
        for (int index = 0; index < 250; index++) {
            String id = "e" + index;
            store.record(
                    GovernanceSamples.episode(id, CHILD, Mode.SHADOW, GovernanceSamples.READS));
            store.record(GovernanceSamples.outcome(id, .5, index % 25 == 0));
        }
        new SnapshotJob(store).runAll();
        VersionControl later = new VersionControl(store, () -> NOW.plus(Duration.ofDays(8)));
        ControlAnswer answer = later.apply(demand(RolloutAction.ADVANCE));
        assertThat(answer).isInstanceOf(Done.class);
        assertThat(((Done) answer).change().evidence())
                .anyMatch(line -> line.startsWith("AGREEMENT PASSED value 0.9600"))
                .anyMatch(line -> line.startsWith("snapshot " + FAMILY));
        assertThat(record().state().stateOf(CHILD.id()))
                .contains(new VersionState.Candidate(Stage.ADVISORY));

        RefusedChange next = refused(demand(RolloutAction.ADVANCE));
        assertThat(next.gates())
                .filteredOn(gate -> gate.gate() == Gate.OVERRIDES)
                .allMatch(gate -> gate.answer() == Answer.INCONCLUSIVE);
        assertThat(refused(demand(RolloutAction.PROMOTE)).refusal())
                .contains(Refusal.NO_SUCH_TRANSITION);
    }

    @Test
    void onlyTheOwnerEndsTheShadow() {
        control.apply(spawn(PASSED));
        Demand byOther = Demand.of(FAMILY, CHILD.id(), RolloutAction.ADVANCE, "user:eve", "let me");
        assertThat(refused(byOther).refusal()).contains(Refusal.NOT_YOURS);
    }

    @Test
    void aChangeWithoutAReasonIsRefused() {
        Demand silent = Demand.of(FAMILY, SHIPPED.id(), RolloutAction.PAUSE, OWNER, " ");
        assertThat(refused(silent).refusal()).contains(Refusal.REASON_MISSING);
    }

    @Test
    void inARestrictedFamilyOnePersonAsksAndAnotherApproves() {
        VersionStore restricted = fresh(RiskTier.RESTRICTED);
        VersionControl strict = new VersionControl(restricted, () -> NOW);
        Demand asked = Demand.of(FAMILY, SHIPPED.id(), RolloutAction.SET_FALLBACK, OWNER, "safe");
        RefusedChange waits = ((NotDone) strict.apply(asked)).refusal();
        assertThat(waits.refusal()).contains(Refusal.APPROVER_IS_REQUESTER);

        Demand own = approving(asked, OWNER, waits.number());
        assertThat(((NotDone) strict.apply(own)).refusal().refusal())
                .contains(Refusal.APPROVER_IS_REQUESTER);
        assertThat(strict.apply(approving(asked, "user:quinn", 99)))
                .isInstanceOf(ControlAnswer.Unknown.class);
        ControlAnswer answer = strict.apply(approving(asked, "user:quinn", waits.number()));
        assertThat(answer).isInstanceOf(Done.class);
        assertThat(((Done) answer).change().by()).isEqualTo(new Initiator.Person(OWNER));
        assertThat(((Done) answer).change().approvedBy()).contains("user:quinn");
    }

    private static Demand approving(Demand asked, String person, long number) {
        return new Demand(
                asked.family(),
                asked.version(),
                asked.cluster(),
                asked.action(),
                new Initiator.Person(person),
                Optional.empty(),
                OptionalLong.of(number),
                asked.reasoning(),
                List.of(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndChangesNothingMore() {
        ControlAnswer first = control.apply(spawn(PASSED));
        assertThat(control.apply(spawn(PASSED))).isEqualTo(first);
        assertThat(record().state().revision()).isEqualTo(2);
        Demand other = spawn(FAMILY, new Initiator.Learning("cycle-8"), PASSED);
        assertThat(control.apply(other)).isEqualTo(new ControlAnswer.KeyTaken("spawn-1"));
    }

    @Test
    void whatIsNotThereAndWhatMovedOnIsSaid() {
        VersionId nobody = new VersionId("nobody");
        assertThat(control.apply(Demand.of("none", nobody, RolloutAction.PAUSE, OWNER, "x")))
                .isEqualTo(new ControlAnswer.Unknown("family `none`"));
        assertThat(control.apply(Demand.of(FAMILY, nobody, RolloutAction.PAUSE, OWNER, "x")))
                .isEqualTo(new ControlAnswer.Unknown("version `nobody`"));
        Demand pause = Demand.of(FAMILY, SHIPPED.id(), RolloutAction.PAUSE, OWNER, "x");
        Demand stale =
                new Demand(
                        pause.family(),
                        pause.version(),
                        pause.cluster(),
                        pause.action(),
                        pause.by(),
                        pause.approvedBy(),
                        pause.approves(),
                        pause.reasoning(),
                        pause.evidence(),
                        OptionalLong.of(7),
                        pause.idempotencyKey(),
                        pause.grant(),
                        false,
                        pause.spawning());
        assertThat(control.apply(stale)).isEqualTo(new ControlAnswer.Stale(1));
        assertThat(store.refusals(FAMILY, 0, 9)).isEmpty();
    }

    @Test
    void aPausedDefaultWithNobodyBehindItPausesTheFamilyAndResumesWhole() {
        Demand pause = Demand.of(FAMILY, SHIPPED.id(), RolloutAction.PAUSE, OWNER, "odd answers");
        assertThat(control.apply(pause)).isInstanceOf(Done.class);
        assertThat(record().state().heads().status()).isEqualTo(FamilyStatus.PAUSED);
        Demand resume =
                Demand.of(FAMILY, SHIPPED.id(), RolloutAction.RESUME, OWNER, "a stale cache");
        assertThat(control.apply(resume)).isInstanceOf(Done.class);
        assertThat(record().state().heads().defaultVersion()).contains(SHIPPED.id());
    }

    @Test
    void noTwoFamiliesAreForTheSameGroup() {
        Founding founding = new Founding(store, () -> NOW);
        Assignment same = new Assignment(Set.of(), Set.of("team:" + FAMILY), Set.of("read"));
        assertThat(
                        founding.found(
                                family("second", RiskTier.SAFE, same),
                                ofFamily("second"),
                                "ab12",
                                OWNER))
                .isEqualTo(
                        new Founding.Answer.Refused(
                                "family `deploys` is for group `team:deploys` already; neither"
                                        + " would come first"));
        Assignment other = new Assignment(Set.of("user:x"), Set.of(), Set.of());
        assertThat(
                        founding.found(
                                family("second", RiskTier.SAFE, other),
                                ofFamily("second"),
                                "ab12",
                                OWNER))
                .isInstanceOf(Founding.Answer.Founded.class);
    }

    private static Version ofFamily(String family) {
        return new Version(
                SHIPPED.id(),
                family,
                SHIPPED.policyId(),
                SHIPPED.tag(),
                Optional.empty(),
                SHIPPED.manifest(),
                SHIPPED.reasoning(),
                OWNER,
                NOW);
    }
}
