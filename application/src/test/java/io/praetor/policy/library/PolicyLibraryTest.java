package io.praetor.policy.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.policy.PolicyProblem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyLibraryTest {
    private static final String STANDARD = Policies.text("standard", "1", "");
    private static final String BLUE = Policies.text("blue", "1", "team: {serves: [blue, navy]}");

    @Test
    void aTeamGetsItsPolicyAndEverybodyElseTheStandardOne() {
        LibraryReading.Loaded loaded = (LibraryReading.Loaded) Policies.library(STANDARD, BLUE);
        check(loaded.library(), Optional.of("blue"), "blue");
        check(loaded.library(), Optional.of("navy"), "blue");
        check(loaded.library(), Optional.of("green"), "standard");
        check(loaded.library(), Optional.of("BLUE"), "standard");
        check(loaded.library(), Optional.empty(), "standard");
    }

    @Test
    void aTeamIsServedByOnePolicyOnly() {
        String twin = Policies.text("twin", "1", "team: {serves: [red, navy]}");
        assertThat(problems(Policies.library(STANDARD, BLUE, twin)))
                .containsExactly("2.yaml:4:22: team `navy` is claimed by 1.yaml already");
    }

    @Test
    void anIdBelongsToOnePolicyOnly() {
        assertThat(problems(Policies.library(STANDARD, BLUE, STANDARD)))
                .containsExactly("2.yaml:1:9: policy `standard` is claimed by 0.yaml already");
    }

    @Test
    void oneBadFileRefusesTheLibraryAndEveryFileIsReported() {
        assertThat(
                        problems(
                                Policies.library(
                                        STANDARD.replace(
                                                "low, actions: [read]", "low, actions: [raed]"),
                                        BLUE.replace("clause: c,", "clause: d,"))))
                .containsExactly(
                        "0.yaml:11:42: unknown action `read`; did you mean `raed`?",
                        "1.yaml:11:29: unknown clause `d`; did you mean `c`?");
    }

    @Test
    void aLibraryThatClaimsTwiceCannotBeMade() {
        var policy = Policies.policy(BLUE);
        assertThatThrownBy(() -> new PolicyLibrary(policy, List.of(policy)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new PolicyLibrary(
                                        policy,
                                        List.of(
                                                Policies.policy(
                                                        "x", "1", "team: {serves: [navy]}"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void check(PolicyLibrary library, Optional<String> team, String expected) {
        assertThat(library.forTeam(team).header().id()).isEqualTo(expected);
    }

    private static List<String> problems(LibraryReading reading) {
        return ((LibraryReading.Refused) reading)
                .problems().stream().map(PolicyProblem::toString).toList();
    }
}
