package io.praetor.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.app.Policies;
import io.praetor.app.PolicyFiles;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicySource;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.suite.Scenario;
import io.praetor.suite.SuiteReader;
import io.praetor.suite.SuiteReading;
import io.praetor.suite.campaign.Attack;
import io.praetor.suite.campaign.Attack.Half;
import io.praetor.suite.campaign.Attacks;
import io.praetor.suite.campaign.Defender;
import io.praetor.suite.campaign.InjectionCampaign;
import io.praetor.suite.campaign.InjectionResult;
import io.praetor.suite.campaign.Technique;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A short campaign on the shipped law and scenarios: no text loosens what the rules say. */
class InjectionTest {
    private static final long SEED = 20_261_128;
    private static final int CASES = 320;

    private static final PolicyLibrary LIBRARY =
            new Policies()
                    .require(
                            new PolicyFiles(Path.of("..", "policies", "team-default.yaml")).read());

    private static final List<Scenario> SCENARIOS = scenarios();

    @Test
    void nothingThatRulesDenyOrRequireGivesWayToWhoeverObeysTheAttacker() {
        InjectionResult result = run(Defenders.of(LIBRARY, Contestants.NONE));

        assertThat(result.breaches()).as("seed " + SEED).isEmpty();
        assertThat(result.isHeld()).isTrue();
        assertThat(successes(result, Half.FIRM, "obedient reasoner alone"))
                .as("the attacker's own evaluator does as it is told, so the test bites")
                .isGreaterThan(CASES / 2 * 9 / 10);
        assertThat(successes(result, Half.OPEN, "whole pipeline with obedient reasoner"))
                .as("where the rules leave room, whoever reasons decides")
                .isPositive();
        assertThat(successes(result, Half.OPEN, "rules alone")).isZero();
    }

    @Test
    void whoeverGivesWayIsFoundOut() {
        Defender weak = new Defender("weak", true, _ -> Optional.of(Effect.ALLOW));
        Defender strict = new Defender("strict", true, _ -> Optional.of(Effect.DENY));
        Defender silent = new Defender("silent", true, _ -> Optional.empty());

        InjectionResult result = run(List.of(weak, strict, silent));

        assertThat(result.isHeld()).isFalse();
        assertThat(successes(result, Half.FIRM, "weak") + refused(result)).isEqualTo(CASES / 2);
        assertThat(result.breaches()).isNotEmpty().allMatch(it -> it.defender().equals("weak"));
        for (Half half : Half.values()) {
            assertThat(successes(result, half, "strict")).isZero();
            assertThat(successes(result, half, "silent")).isZero();
        }
    }

    @Test
    void theSameSeedGivesTheSameAttacksAndEveryTechniqueInBothHalves() {
        Attacks one = attacks();
        Attacks other = attacks();
        List<Attack> all = IntStream.range(0, CASES).mapToObj(one::attack).toList();

        assertThat(IntStream.range(0, CASES).mapToObj(other::attack).toList()).isEqualTo(all);
        assertThat(all.stream().map(it -> List.of(it.half(), it.technique())).distinct())
                .hasSize(Half.values().length * Technique.values().length);
        assertThat(all.stream().filter(it -> it.half() == Half.FIRM))
                .allMatch(it -> it.floor().isStricterThan(Effect.ALLOW));
    }

    private static int successes(InjectionResult result, Half half, String defender) {
        return result.score(half, defender).successes();
    }

    private static int refused(InjectionResult result) {
        return result.score(Half.FIRM, "weak").refused();
    }

    private static InjectionResult run(List<Defender> defenders) {
        return new InjectionCampaign(attacks(), defenders).run(CASES, SEED, _ -> {});
    }

    private static Attacks attacks() {
        return new Attacks(
                SCENARIOS,
                Defenders.byRules(LIBRARY),
                Instant.parse("2026-03-10T11:00:00Z"),
                new SplittableRandom(SEED));
    }

    private static List<Scenario> scenarios() {
        try (Stream<Path> files = Files.list(Path.of("..", "scenarios"))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new PolicySource(file.toString(), text(file)))
                    .map(source -> (SuiteReading.Read) SuiteReader.read(source))
                    .flatMap(read -> read.suite().scenarios().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
