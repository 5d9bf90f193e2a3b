package io.praetor.adapters.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.CounterRule;
import io.praetor.situation.Action;
import io.praetor.situation.Actor;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
import io.praetor.situation.Identity;
import io.praetor.situation.Resource;
import io.praetor.situation.Situation;
import io.praetor.situation.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlidingCountersTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final CounterRule HOURLY = counter(CounterRule.Per.ACTOR);

    private Instant now = START;
    private final SlidingCounters counters = new SlidingCounters(() -> now);

    private static CounterRule counter(CounterRule.Per per) {
        return new CounterRule("deploys", per, Set.of("deploy"), Duration.ofHours(1));
    }

    private static Situation by(String actor, Attributes signals) {
        Context none = Context.NONE;
        Context context =
                new Context(
                        Optional.of("team-a"),
                        none.teamNorms(),
                        none.history(),
                        none.intent(),
                        none.callerRisk(),
                        none.incident(),
                        none.approvalPending(),
                        none.sessionId(),
                        signals,
                        none.coherence(),
                        none.approvals(),
                        none.mfa(),
                        none.counters(),
                        none.extras());
        return new Situation(
                Optional.empty(),
                new Actor(
                        actor,
                        ActorKind.ofId(actor),
                        Optional.empty(),
                        Trust.UNKNOWN,
                        Identity.UNKNOWN,
                        OptionalDouble.empty(),
                        Attributes.NONE),
                new Action("deploy", Attributes.NONE, Optional.empty()),
                Resource.NONE,
                context,
                START);
    }

    private static Situation by(String actor) {
        return by(actor, Attributes.NONE);
    }

    @Test
    void countsWhatWasReleasedWithinTheWindow() {
        counters.released(HOURLY, by("bot:a"));
        now = START.plus(Duration.ofMinutes(59));
        counters.released(HOURLY, by("bot:a"));
        assertThat(counters.count(HOURLY, by("bot:a"))).isEqualTo(OptionalLong.of(2));
        assertThat(counters.count(HOURLY, by("bot:b"))).isEqualTo(OptionalLong.of(0));
        now = START.plus(Duration.ofMinutes(61));
        assertThat(counters.count(HOURLY, by("bot:a"))).isEqualTo(OptionalLong.of(1));
    }

    @Test
    void coordinatedActorsAreCountedTogether() {
        CounterRule group = counter(CounterRule.Per.GROUP);
        Attributes signals = Attributes.of("coordination_group", "ring-1");
        counters.released(group, by("bot:a", signals));
        assertThat(counters.count(group, by("bot:b", signals))).isEqualTo(OptionalLong.of(1));
        assertThat(counters.count(group, by("bot:b"))).isEqualTo(OptionalLong.of(0));
    }

    @Test
    void teamIsCountedAsOne() {
        CounterRule team = counter(CounterRule.Per.TEAM);
        counters.released(team, by("bot:a"));
        assertThat(counters.count(team, by("bot:b"))).isEqualTo(OptionalLong.of(1));
    }

    @Test
    void windowThatReachesBackIntoTheUnknownHasNoCount() {
        counters.knownOnlySince(START);
        now = START.plus(Duration.ofMinutes(30));
        assertThat(counters.count(HOURLY, by("bot:a"))).isEqualTo(OptionalLong.empty());
        now = START.plus(Duration.ofMinutes(61));
        assertThat(counters.count(HOURLY, by("bot:a"))).isEqualTo(OptionalLong.of(0));
    }

    @Test
    void forgettingNeverLiftsALimit() {
        for (int i = 0; i < SlidingCounters.KEYS_MAX; i++) {
            counters.released(HOURLY, by("bot:" + i));
        }
        assertThat(counters.count(HOURLY, by("bot:new"))).isEqualTo(OptionalLong.empty());
        assertThat(counters.count(HOURLY, by("bot:0"))).isEqualTo(OptionalLong.of(1));
        now = START.plus(Duration.ofMinutes(61));
        assertThat(counters.count(HOURLY, by("bot:new"))).isEqualTo(OptionalLong.of(0));
    }
}
