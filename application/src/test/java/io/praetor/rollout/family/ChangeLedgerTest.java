package io.praetor.rollout.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.life.RolloutAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ChangeLedgerTest {
    private static final VersionId FIRST = new VersionId("first");
    private static final VersionId SECOND = new VersionId("second");

    private record Life(List<Change> changes, FamilyState end) {}

    private static Life life() {
        Ruling.Changed genesis =
                Genesis.of(Families.founded(), FIRST, "user:root", "ab12", Families.FOUNDED);
        List<Change> changes = new ArrayList<>(List.of(genesis.change()));
        FamilyState family = genesis.after();
        for (RolloutAction action :
                List.of(
                        RolloutAction.SPAWN,
                        RolloutAction.ADVANCE,
                        RolloutAction.ADVANCE,
                        RolloutAction.PROMOTE,
                        RolloutAction.EXPAND,
                        RolloutAction.PAUSE,
                        RolloutAction.RESUME,
                        RolloutAction.ROLLBACK)) {
            Ruling.Changed changed = Families.changed(family, action, SECOND);
            changes.add(changed.change());
            family = changed.after();
        }
        return new Life(changes, family);
    }

    @Test
    void theFamilyIsRebuiltFromItsChangesAlone() {
        Life life = life();
        assertThat(ChangeLedger.replay(Families.founded(), life.changes())).isEqualTo(life.end());
    }

    @Test
    void theGenesisNamesItsOperatorAndItsSuiteReport() {
        Change genesis = life().changes().getFirst();
        assertThat(genesis.approvedBy()).contains("user:root");
        assertThat(genesis.evidence()).containsExactly("suite report ab12");
        assertThat(genesis.previousHash()).isEqualTo(Change.FIRST);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Genesis.of(life().end(), FIRST, "user:root", "cd", Families.FOUNDED));
    }

    @Test
    void aChangeKeepsTheFiguresOfItsGates() {
        Change promoted = life().changes().get(4);
        assertThat(promoted.action()).isEqualTo(RolloutAction.PROMOTE);
        assertThat(promoted.evidence())
                .contains("CREDIBILITY PASSED value 1.000 bound 1.000 limit 1.000")
                .hasSize(5);
        assertThat(promoted.before().defaultVersion()).contains(FIRST);
        assertThat(promoted.after().defaultVersion()).contains(SECOND);
    }

    private static void check(UnaryOperator<List<Change>> tampering, String complaint) {
        List<Change> changes = tampering.apply(new ArrayList<>(life().changes()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeLedger.replay(Families.founded(), changes))
                .withMessage(complaint);
    }

    @Test
    void aRemovedChangeIsMissed() {
        check(
                changes -> {
                    changes.remove(3);
                    return changes;
                },
                "change 5 of `team/deploy` is out of order");
    }

    @Test
    void anAlteredReasonIsNoticed() {
        check(
                changes -> {
                    changes.set(4, withReason(changes.get(4), "it looked fine"));
                    return changes;
                },
                "change 5 of `team/deploy` was altered");
    }

    @Test
    void aChangeRewrittenWithItsHashBreaksTheNextOne() {
        check(
                changes -> {
                    changes.set(4, withReason(changes.get(4), "it looked fine").sealed());
                    return changes;
                },
                "change 6 of `team/deploy` does not follow the last one");
    }

    @Test
    void aChangeOfAnotherFamilyDoesNotBelong() {
        FamilyState other =
                FamilyState.founded("team/read", Families.founded().riskTier(), Families.OWNER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeLedger.replay(other, life().changes()))
                .withMessage("change 1 of `team/deploy` is of another family");
    }

    private static Change withReason(Change change, String reason) {
        return new Change(
                change.family(),
                change.sequence(),
                change.at(),
                change.action(),
                change.target(),
                change.from(),
                change.to(),
                change.by(),
                change.approvedBy(),
                reason,
                change.evidence(),
                Optional.empty(),
                change.before(),
                change.after(),
                change.previousHash(),
                change.hash());
    }
}
