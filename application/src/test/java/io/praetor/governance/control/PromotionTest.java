package io.praetor.governance.control;

import static io.praetor.governance.GovernanceSamples.CHILD;
import static io.praetor.governance.GovernanceSamples.FAMILY;
import static io.praetor.governance.GovernanceSamples.NOW;
import static io.praetor.governance.GovernanceSamples.OWNER;
import static io.praetor.governance.GovernanceSamples.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.memory.MemoryVersionStore;
import io.praetor.governance.GovernanceSamples;
import io.praetor.governance.RefusedChange;
import io.praetor.governance.VersionStore;
import io.praetor.governance.control.ControlAnswer.Done;
import io.praetor.governance.control.ControlAnswer.NotDone;
import io.praetor.governance.watching.SnapshotJob;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.life.Answer;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.life.Stage;
import io.praetor.rollout.life.VersionState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A candidate on its way to the default. */
class PromotionTest {
    private static final int LABELS = 250;

    private final VersionStore store = GovernanceSamples.founded(new MemoryVersionStore());

    private ControlAnswer ask(int day, RolloutAction action) {
        VersionControl control = new VersionControl(store, () -> NOW.plus(Duration.ofDays(day)));
        return control.apply(Demand.of(FAMILY, CHILD.id(), action, OWNER, "as planned"));
    }

    private void label(Mode mode) {
        for (int index = 0; index < LABELS; index++) {
            String id = mode + " " + index;
            store.record(GovernanceSamples.episode(id, CHILD, mode, GovernanceSamples.READS));
            store.record(GovernanceSamples.outcome(id, .5, index % 50 == 0));
        }
        new SnapshotJob(store).runAll();
    }

    @Test
    void aCanaryOnTooLittleEvidenceIsNotPromotedAndEachGateIsNamed() {
        VersionControl control = new VersionControl(store, () -> NOW);
        control.apply(VersionControlTest.spawn(VersionControlTest.PASSED));
        label(Mode.SHADOW);
        assertThat(ask(8, RolloutAction.ADVANCE)).isInstanceOf(Done.class);
        label(Mode.ADVISORY);
        assertThat(ask(16, RolloutAction.ADVANCE)).isInstanceOf(Done.class);
        assertThat(store.family(FAMILY).orElseThrow().state().stateOf(CHILD.id()))
                .contains(new VersionState.Candidate(Stage.CANARY));

        RefusedChange refused = ((NotDone) ask(17, RolloutAction.PROMOTE)).refusal();
        assertThat(refused.gates())
                .isNotEmpty()
                .anyMatch(gate -> gate.answer() == Answer.INCONCLUSIVE)
                .allSatisfy(gate -> assertThat(gate.limit()).isFinite());
        assertThat(store.refusals(FAMILY, 0, 9)).containsExactly(refused);
        assertThat(store.family(FAMILY).orElseThrow().state().heads().defaultVersion())
                .contains(SHIPPED.id());
    }
}
