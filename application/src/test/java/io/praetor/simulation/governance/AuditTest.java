package io.praetor.simulation.governance;

import static io.praetor.simulation.governance.World.WATCHED;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.FamilyState;
import io.praetor.rollout.family.Genesis;
import io.praetor.rollout.family.Ruling;
import io.praetor.rollout.life.RiskTier;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final FamilyState FOUNDED =
            FamilyState.founded("audited", RiskTier.SAFE, "user:owner");

    private static Ruling.Changed genesis(String operator) {
        return Genesis.of(FOUNDED, WATCHED, operator, "report", World.at(0));
    }

    @Test
    void aFamilyThatItsChangesMakeIsInOrder() {
        Ruling.Changed installed = genesis("user:root");
        assertThat(Audit.of(FOUNDED, List.of(installed.change()), installed.after()))
                .isEqualTo(new Audit(1, 1, 0, 0, 0));
    }

    @Test
    void aFamilyThatWasMovedWithoutAChangeIsAstray() {
        Ruling.Changed installed = genesis("user:root");
        FamilyState moved =
                Genesis.of(FOUNDED, new VersionId("other"), "user:root", "report", World.at(0))
                        .after();
        assertThat(Audit.of(FOUNDED, List.of(installed.change()), moved).astray()).isEqualTo(1);
    }

    @Test
    void anInstallationWithoutANameIsUnapproved() {
        Ruling.Changed installed = genesis(" ");
        assertThat(Audit.of(FOUNDED, List.of(installed.change()), installed.after()).unapproved())
                .isEqualTo(1);
    }
}
