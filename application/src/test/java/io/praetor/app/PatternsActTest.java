package io.praetor.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.app.cli.Ran;
import io.praetor.app.config.Config;
import io.praetor.decision.ActingVersion;
import io.praetor.decision.Path;
import io.praetor.decision.Recording.Recorded;
import io.praetor.decision.Released;
import io.praetor.log.Hash;
import io.praetor.log.RecordId;
import io.praetor.policy.Effect;
import io.praetor.review.Reception;
import io.praetor.review.ReviewerId;
import io.praetor.review.Submission;
import io.praetor.review.Submission.Remarks;
import io.praetor.review.Verdict;
import io.praetor.situation.Identity;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Trend;
import io.praetor.testing.TestSituations;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From reviews to answers and back, through the assembled program and its data folder. */
class PatternsActTest {
    private static final java.nio.file.Path SHIPPED =
            java.nio.file.Path.of("..", "policies", "team-default.yaml");
    private static final int REVIEWS = 30;

    @TempDir private java.nio.file.Path folder;
    private Config config = Config.of(SHIPPED, SHIPPED);
    private Map<String, String> home = Map.of();

    @BeforeEach
    void configure() {
        java.nio.file.Path data = folder.resolve("data");
        config = Config.of(SHIPPED, data).withoutReasoning();
        home =
                Map.of(
                        "PRAETOR_HOME",
                        data.toString(),
                        "PRAETOR_POLICY",
                        SHIPPED.toAbsolutePath().toString());
    }

    private Wiring open() {
        return Wiring.open(config, Advisers.open(config, folder, Parts.NONE));
    }

    private static TestSituations edit(int actor) {
        return TestSituations.of("edit_file")
                .actor("user:dev" + actor)
                .role("developer")
                .trust(.9)
                .identity(
                        new Identity(
                                Optional.of(IdentityLevel.VERIFIED),
                                OptionalDouble.of(.9),
                                Optional.of(Trend.STABLE)))
                .resource("repo:web/src/footer.ts")
                .description("set the year in the footer, ticket " + (100 + actor));
    }

    private static Released decide(Wiring wiring, TestSituations situation) {
        return wiring.decisions().decide(situation.build());
    }

    private static void correct(Wiring wiring, Released released, Effect effect) {
        Recorded place = (Recorded) released.recording();
        Reception reception =
                wiring.reviews()
                        .desk()
                        .submit(
                                new ReviewerId("local:ann"),
                                new Submission(
                                        RecordId.of(released.decision().id()),
                                        Hash.ofHex(place.hash()),
                                        new Verdict.Corrected(
                                                Optional.of(effect),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty()),
                                        Remarks.NONE,
                                        false));
        assertThat(reception).isInstanceOf(Reception.Kept.class);
    }

    private void learn() {
        try (Wiring wiring = open()) {
            for (int i = 0; i < REVIEWS; i++) {
                Released released = decide(wiring, edit(i % 3));
                assertThat(released.decision().effect()).isEqualTo(Effect.REQUIRE_ATTESTATION);
                correct(wiring, released, Effect.ALLOW);
            }
        }
        Ran mined = Ran.with(home, folder, "patterns", "mine");
        assertThat(mined.err()).isEmpty();
        assertThat(mined.out()).contains("1 patterns cover 100.0 %", "candidates answer nothing");
    }

    private void approve() {
        assertThat(Ran.with(home, folder, "patterns", "mine", "--approve", "olivia").out())
                .contains("1 now answer, approved by olivia");
    }

    @Test
    void confirmedKindsAreAnsweredOnceSomebodyApprovedAndNotBefore() {
        learn();
        try (Wiring wiring = open()) {
            assertThat(decide(wiring, edit(1)).decision().path()).isEqualTo(Path.FALLBACK);
        }
        approve();
        String id;
        try (Wiring wiring = open()) {
            Released released = decide(wiring, edit(1));
            assertThat(released.decision().effect()).isEqualTo(Effect.ALLOW);
            assertThat(released.decision().path()).isEqualTo(Path.PATTERN);
            id = released.decision().id().toString();
        }
        Ran explained = Ran.with(home, folder, "explain", id);
        assertThat(explained.out())
                .contains("reviewers confirmed allow", "bound 0.9", "the same decision");
        assertThat(explained.status()).isZero();
        assertThat(Ran.with(home, folder, "patterns", "list").out()).contains("active");
    }

    @Test
    void oneContradictionStopsItBeforeTheReviewerHearsBackAndAcrossARestart() {
        learn();
        approve();
        String before;
        try (Wiring wiring = open()) {
            before = wiring.policies().standard().id();
            Released released = decide(wiring, edit(2));
            assertThat(released.decision().path()).isEqualTo(Path.PATTERN);
            correct(wiring, released, Effect.DENY);
            assertThat(decide(wiring, edit(1)).decision().path()).isEqualTo(Path.FALLBACK);
            assertThat(wiring.policies().standard().id()).isNotEqualTo(before);
        }
        try (Wiring wiring = open()) {
            assertThat(decide(wiring, edit(1)).decision().path()).isEqualTo(Path.FALLBACK);
        }
        assertThat(Ran.with(home, folder, "patterns", "list").out()).contains("suspended");
    }

    @Test
    void aFamilyKnowsItsVersionWhateverThePatternsSay() {
        String before;
        try (Wiring wiring = open()) {
            before = wiring.policies().standard().id();
        }
        learn();
        approve();
        try (Wiring wiring = open()) {
            ActingVersion withPatterns = wiring.policies().standard();
            assertThat(withPatterns.id()).isNotEqualTo(before);
            assertThat(wiring.policies().governedId(withPatterns)).isEqualTo(before);
        }
    }

    @Test
    void noonByTheHealthyIsNotReplayedAtNightOrToTheFailing() {
        learn();
        approve();
        Identity failing =
                new Identity(
                        Optional.of(IdentityLevel.VERIFIED),
                        OptionalDouble.of(.6),
                        Optional.of(Trend.DECLINING));
        try (Wiring wiring = open()) {
            assertThat(decide(wiring, edit(1)).decision().effect()).isEqualTo(Effect.ALLOW);
            for (TestSituations other :
                    java.util.List.of(
                            edit(1).at("2026-11-16T02:30:00Z"),
                            edit(1).identity(failing),
                            edit(1).identity(failing).at("2026-11-16T02:30:00Z"),
                            edit(1).history("was asked twice this week"),
                            edit(1).signal("queue_depth", 3))) {
                assertThat(decide(wiring, other).decision().effect()).isNotEqualTo(Effect.ALLOW);
            }
        }
    }

    @Test
    void aRunningProgramTakesInWhatTheCommandLineChanged() {
        learn();
        try (Wiring wiring = open()) {
            approve();
            wiring.catchUp();
            assertThat(decide(wiring, edit(1)).decision().path()).isEqualTo(Path.PATTERN);
            String exported = Ran.with(home, folder, "patterns", "export").out();
            String id = exported.replaceAll("(?s).*\"pattern_id\" *: *\"([0-9a-f]+)\".*", "$1");
            Ran.with(home, folder, "patterns", "suspend", id, "--by", "pat", "--reason", "freeze");
            wiring.catchUp();
            assertThat(decide(wiring, edit(1)).decision().path()).isEqualTo(Path.FALLBACK);
        }
    }

    @Test
    void patternsAreCarriedOverAsCandidatesAndStoppedByName() {
        learn();
        approve();
        String exported = Ran.with(home, folder, "patterns", "export").out();
        assertThat(exported).contains("\"pattern_id\"", "\"matching_rules\"", "\"decision\"");
        String id = exported.replaceAll("(?s).*\"pattern_id\" *: *\"([0-9a-f]+)\".*", "$1");
        assertThat(Ran.with(home, folder, "patterns", "show", id).out())
                .contains("by olivia", "immaterial", "class is repo:web/.ts");
        Ran stopped =
                Ran.with(
                        home,
                        folder,
                        "patterns",
                        "suspend",
                        id,
                        "--by",
                        "pat",
                        "--reason",
                        "freeze");
        assertThat(stopped.out()).contains("suspended");
        try (Wiring wiring = open()) {
            assertThat(decide(wiring, edit(1)).decision().path()).isEqualTo(Path.FALLBACK);
        }
    }
}
