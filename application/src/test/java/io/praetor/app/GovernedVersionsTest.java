package io.praetor.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.app.cli.Ran;
import io.praetor.app.config.Config;
import io.praetor.decision.Released;
import io.praetor.governance.EpisodeView;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.recording.EpisodeDesk;
import io.praetor.governance.recording.OutcomeReport;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.Oversight;
import io.praetor.rollout.selection.Selection.Reason;
import io.praetor.situation.Admission;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.SituationReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loaded version under the authority that its family gives it. */
class GovernedVersionsTest {
    private static final Path SHIPPED = Path.of("..", "policies", "team-default.yaml");

    @TempDir private Path folder = Path.of("");

    private static Situation situation(String team) {
        String json =
                """
                {"action_type": "edit_file", "actor_id": "user:alice", "actor_role": "developer",
                 "t3_tensor": {"competence": 0.9, "reliability": 0.9, "integrity": 0.9},
                 "resource": "repo:web/src/footer.ts", "team": "%s",
                 "details": "Aligns the two columns of the footer.",
                 "meta": {"coherence": 0.55, "spread": 0.1, "entropy_change": 0.2,
                   "max_potency": 0.1, "affective_load": 0.1, "awareness": "FULL", "at": "%s"}}
                """
                        .formatted(team, Instant.now());
        Instant now = Instant.now();
        return switch (new SituationReader().read(json.getBytes(UTF_8), now)) {
            case Admission.Admitted admitted -> admitted.situation();
            case Admission.Refused refused -> throw new AssertionError(refused.refusals());
        };
    }

    private Wiring open() {
        Config config = Config.of(SHIPPED, folder.resolve(".praetor"));
        return Wiring.open(config, Advisers.open(config, Path.of(".."), Parts.NONE));
    }

    private static String stage(Wiring wiring, String team) {
        Released released = wiring.decisions().decide(situation(team));
        return released.decision().version().authority().stage();
    }

    @Test
    void withoutAFamilyEverythingActsAsInstalledAndNoStoreIsMade() {
        try (Wiring wiring = open()) {
            assertThat(stage(wiring, "team:core")).isEqualTo("live");
        }
        assertThat(folder.resolve(".praetor").resolve(Governance.STORE_FILE)).doesNotExist();
    }

    @Test
    void withinAFamilyTheVersionIsInShadowUntilItsRecordSaysOtherwise() {
        Ran created =
                Ran.in(
                        folder,
                        "meta",
                        "create",
                        "deploys",
                        "--name=Deploys",
                        "--group=team:core",
                        "--tier=safe",
                        "--suite-report=ab12");
        assertThat(created.status()).as(created.err()).isZero();
        try (Wiring wiring = open()) {
            assertThat(stage(wiring, "team:other")).isEqualTo("live");
            assertThat(stage(wiring, "team:core")).isEqualTo("shadow");
        }
        try (Wiring wiring = open()) {
            EpisodeView first = wiring.governance().store().episodes("deploys", 0, 9).getFirst();
            assertThat(first.episode().episode().mode()).isEqualTo(Mode.SHADOW);
            assertThat(first.episode().reason()).isEqualTo(Reason.NOBODY_ELIGIBLE);
            prove(wiring);
            assertThat(stage(wiring, "team:core")).isEqualTo("live");
        }
    }

    /** Enough reviewed decisions that the version's score is above the floor. */
    private static void prove(Wiring wiring) {
        Governance governance = wiring.governance();
        FamilyRecord record = governance.store().family("deploys").orElseThrow();
        EpisodeDesk desk = new EpisodeDesk(governance.store(), InstantSource.system());
        EpisodeView sample = governance.store().episodes("deploys", 0, 9).getFirst();
        for (int index = 0; index < 200; index++) {
            String id = "e" + index;
            desk.keep(
                    new RecordedEpisode(
                            id,
                            record.family().id(),
                            sample.episode().episode(),
                            id,
                            sample.episode().meta(),
                            Reason.DEFAULT,
                            1,
                            Instant.now()));
            desk.keep(
                    new OutcomeReport(
                            id,
                            OptionalDouble.of(.5),
                            OptionalDouble.of(.6),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            Oversight.ACCEPTED,
                            Set.of(),
                            Optional.empty()));
        }
        assertThat(governance.watch().changes()).isEqualTo(List.of());
    }
}
