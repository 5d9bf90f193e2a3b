package io.praetor.rollout.family;

import static io.praetor.rollout.Samples.NOW;
import static io.praetor.rollout.Samples.READS;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.rollout.detection.Alarm;
import io.praetor.rollout.detection.Stream;
import io.praetor.rollout.evidence.SafetyFlag;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.watch.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AutomaticResponseTest {
    private static final VersionId FIRST = new VersionId("first");

    private static final Finding OVERALL =
            new Finding.Rung(new Alarm(Stream.OVERRIDE, Optional.empty(), 61_000, 60_000));
    private static final Finding LOCAL =
            new Finding.Rung(new Alarm(Stream.REWARD, Optional.of(READS), 61_000, 60_000));

    private static FamilyState changed(FamilyState family, ChangeRequest asked) {
        if (Rulings.on(family, asked) instanceof Ruling.Changed changed) {
            return changed.after();
        }
        throw new IllegalStateException("refused: " + asked);
    }

    /** Outcomes under way at the stop rolled back what had been paused an outcome before. */
    @Test
    void anAlarmThatStillRingsIsNotASecondOne() {
        FamilyState family = Families.withDefault(FIRST);
        FamilyState quarantined = stoppedOnce(family);
        AutomaticResponse response = new AutomaticResponse(true);
        assertThat(response.to(quarantined, FIRST, List.of(OVERALL, LOCAL), NOW)).isEmpty();
        Finding flag = new Finding.Critical(Set.of(SafetyFlag.WRONG_ALLOW));
        Finding low = new Finding.BelowCritical(.3, .4, 4);
        for (Finding more : List.of(flag, low)) {
            ChangeRequest asked =
                    response.to(stoppedOnce(family), FIRST, List.of(OVERALL, more), NOW)
                            .orElseThrow();
            assertThat(asked.request().action()).isEqualTo(RolloutAction.ROLLBACK);
        }
    }

    /** A family whose default was stopped by itself. */
    private static FamilyState stoppedOnce(FamilyState family) {
        return changed(
                family,
                new AutomaticResponse(false)
                        .to(family, FIRST, List.of(OVERALL), NOW)
                        .orElseThrow());
    }

    @Test
    void anAlarmInABlockedClusterIsNotASecondOne() {
        FamilyState family = Families.withDefault(FIRST);
        AutomaticResponse response = new AutomaticResponse(true);
        FamilyState blocked =
                changed(family, response.to(family, FIRST, List.of(LOCAL), NOW).orElseThrow());
        assertThat(response.to(blocked, FIRST, List.of(LOCAL), NOW)).isEmpty();
        assertThat(
                        response.to(blocked, FIRST, List.of(LOCAL, OVERALL), NOW)
                                .map(asked -> asked.request().action()))
                .contains(RolloutAction.ROLLBACK);
    }
}
