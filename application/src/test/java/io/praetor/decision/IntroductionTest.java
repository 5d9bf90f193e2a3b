package io.praetor.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Directory;
import io.praetor.policy.Directory.KnownActor;
import io.praetor.policy.Directory.KnownResource;
import io.praetor.situation.Action;
import io.praetor.situation.Actor;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
import io.praetor.situation.Identity;
import io.praetor.situation.Resource;
import io.praetor.situation.Situation;
import io.praetor.situation.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class IntroductionTest {
    private static final Directory DIRECTORY =
            new Directory(
                    Map.of(
                            "user:ann",
                            new KnownActor(
                                    "user", List.of("member"), Attributes.of("team", "blue"))),
                    Map.of("record:1", new KnownResource("record", Attributes.of("owner", "ann"))));

    @Test
    void theDirectoryTellsWhatTheCallerLeavesOut() {
        Situation introduced =
                Introduction.of(
                        situation(
                                "user:ann",
                                Attributes.of("shift", "late"),
                                Resource.of("record:1")),
                        DIRECTORY);

        assertThat(introduced.actor().properties())
                .isEqualTo(new Attributes(Map.of("team", "blue", "shift", "late")));
        assertThat(introduced.resource())
                .isEqualTo(Resource.of("record:1", Attributes.of("owner", "ann")));
    }

    @Test
    void whatTheCallerSaysStands() {
        Situation introduced =
                Introduction.of(
                        situation(
                                "user:ann",
                                Attributes.of("team", "red"),
                                Resource.of("record:1", Attributes.of("owner", "bob"))),
                        DIRECTORY);

        assertThat(introduced.actor().properties()).isEqualTo(Attributes.of("team", "red"));
        assertThat(introduced.resource().properties()).isEqualTo(Attributes.of("owner", "bob"));
    }

    @Test
    void strangersStayAsTheyCame() {
        Situation told =
                situation("user:eve", Attributes.of("team", "red"), Resource.of("record:2"));
        assertThat(Introduction.of(told, DIRECTORY)).isSameAs(told);
        assertThat(Introduction.of(told, Directory.EMPTY)).isSameAs(told);
    }

    private static Situation situation(String actor, Attributes properties, Resource resource) {
        return new Situation(
                Optional.empty(),
                new Actor(
                        actor,
                        ActorKind.HUMAN,
                        Optional.empty(),
                        Trust.UNKNOWN,
                        Identity.UNKNOWN,
                        OptionalDouble.empty(),
                        properties),
                new Action("read", Attributes.NONE, Optional.empty()),
                resource,
                Context.NONE,
                Instant.EPOCH);
    }
}
