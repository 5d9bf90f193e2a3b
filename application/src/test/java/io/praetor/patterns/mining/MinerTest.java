package io.praetor.patterns.mining;

import static io.praetor.patterns.mining.Team.confirmed;
import static io.praetor.patterns.mining.Team.profile;
import static io.praetor.patterns.mining.Team.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.patterns.Constraint;
import io.praetor.patterns.Pattern;
import io.praetor.patterns.Profile;
import io.praetor.policy.Effect;
import io.praetor.situation.Identity;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Situation;
import io.praetor.situation.Trend;
import io.praetor.testing.TestSituations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What confirmations bear out, and what they do not. */
class MinerTest {
    private static final Identity DECLINING =
            new Identity(
                    Optional.of(IdentityLevel.TRUSTED),
                    OptionalDouble.of(.6),
                    Optional.of(Trend.DECLINING));

    private static List<Confirmation> same(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> confirmed(i, write(i % 3).build(), Effect.ALLOW))
                .toList();
    }

    private static List<Pattern> mined(List<Confirmation> confirmations) {
        Miner miner = new Miner(Team.POLICY);
        confirmations.forEach(miner::add);
        return miner.mine(_ -> {}).patterns();
    }

    private static boolean covers(List<Pattern> patterns, Situation situation) {
        Profile profile = profile(situation);
        return patterns.stream().anyMatch(it -> it.matching().matches(profile));
    }

    @Test
    void elevenOlderConfirmationsAreEnoughAndTenAreNot() {
        assertThat(mined(same(12))).isEmpty();
        List<Pattern> found = mined(same(14));
        assertThat(found).hasSize(1);
        Pattern pattern = found.getFirst();
        assertThat(pattern.effect()).isEqualTo(Effect.ALLOW);
        assertThat(pattern.clauses()).containsExactly(Team.clause());
        assertThat(pattern.evidence().validations()).isEqualTo(14);
        assertThat(pattern.evidence().reviews()).hasSize(14).startsWith("review-00013");
        assertThat(pattern.standing().state()).isEqualTo(Pattern.State.CANDIDATE);
    }

    @Test
    void whatWasConfirmedForManyActorsHoldsForTheNext() {
        List<Pattern> found = mined(same(60));
        assertThat(found.getFirst().matching().inputs().get(Profile.ACTOR))
                .isInstanceOf(Constraint.Immaterial.class);
        assertThat(covers(found, write(99).build())).isTrue();
    }

    @Test
    void whatWasConfirmedForOneActorHoldsForNobodyElse() {
        List<Confirmation> ofOne =
                IntStream.range(0, 30)
                        .mapToObj(i -> confirmed(i, write(1).build(), Effect.ALLOW))
                        .toList();
        assertThat(covers(mined(ofOne), write(1).build())).isTrue();
        assertThat(covers(mined(ofOne), write(2).build())).isFalse();
    }

    @Test
    void anInputThatTheMembersNeverHadIsNotCovered() {
        List<Pattern> found = mined(same(60));
        assertThat(covers(found, write(1).build())).isTrue();
        List<TestSituations> others =
                List.of(
                        write(1).signal("odd", 1),
                        write(1).incident("degraded"),
                        write(1).history("was warned on monday"),
                        write(1).identity(DECLINING),
                        write(1).at("2026-11-16T02:30:00Z"),
                        write(1).parameter("force", true),
                        write(1).parameter("note", "and drop the old one"),
                        write(1).resource("src/guide.md"),
                        write(1).role("admin"),
                        write(1).trust(.4),
                        write(1).description("mend the guide, and drop all of the old ones"));
        for (TestSituations other : others) {
            assertThat(covers(found, other.build())).as(other.build().toString()).isFalse();
        }
    }

    @Test
    void aValueThatReviewersDecideOtherwiseIsAnotherPattern() {
        List<Confirmation> both = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            both.add(confirmed(2 * i, write(i % 6).build(), Effect.ALLOW));
            Situation shaky = write(i % 6).identity(DECLINING).build();
            both.add(confirmed(2 * i + 1, shaky, Effect.REQUIRE_ATTESTATION));
        }
        List<Pattern> found = mined(both);
        Profile healthy = profile(write(1).build());
        Profile shaky = profile(write(1).identity(DECLINING).build());
        assertThat(found)
                .filteredOn(it -> it.matching().matches(healthy))
                .extracting(Pattern::effect)
                .containsExactly(Effect.ALLOW);
        assertThat(found)
                .filteredOn(it -> it.matching().matches(shaky))
                .extracting(Pattern::effect)
                .containsExactly(Effect.REQUIRE_ATTESTATION);
    }

    @Test
    void whatTheNewestReviewsContradictIsNoPattern() {
        List<Confirmation> turned = new ArrayList<>(same(40));
        for (int i = 40; i < 50; i++) {
            turned.add(confirmed(i, write(i % 6).build(), Effect.DENY));
        }
        assertThat(mined(turned)).isEmpty();
    }

    @Test
    void whatATeamHasChangedItsMindAboutIsFoundAmongItsNewestReviews() {
        List<Confirmation> turned = new ArrayList<>(same(40));
        for (int i = 40; i < 80; i++) {
            turned.add(confirmed(i, write(i % 6).build(), Effect.DENY));
        }
        assertThat(mined(turned)).extracting(Pattern::effect).containsOnly(Effect.DENY);
    }

    @Test
    void neitherOrderNorPortionsOfTheReviewsMatter() {
        List<Confirmation> shuffled = new ArrayList<>(same(60));
        Collections.shuffle(shuffled, new Random(7));
        Miner miner = new Miner(Team.POLICY);
        for (Confirmation each : shuffled) {
            miner.add(each);
            miner.mine(_ -> {});
        }
        assertThat(miner.mine(_ -> {}).patterns()).isEqualTo(mined(same(60)));
    }

    @Test
    void aLaterConfirmationOfADecisionTakesThePlaceOfTheEarlier() {
        Miner miner = new Miner(Team.POLICY);
        same(30).forEach(miner::add);
        same(30).forEach(miner::add);
        assertThat(miner.size()).isEqualTo(30);
    }
}
