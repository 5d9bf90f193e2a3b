package io.praetor.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.policy.Effect;
import io.praetor.retrieval.Observed.PastDecision;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ObservedTest {
    private static PastDecision past(String at, String resource) {
        return new PastDecision("id", Instant.parse(at), "deploy", resource, Effect.ALLOW);
    }

    private final Observed observed =
            new Observed(
                    List.of(
                            past("2026-03-10T09:10:00Z", "env:staging"),
                            past("2026-03-09T23:30:00Z", "repo:web"),
                            past("2026-03-08T23:00:00Z", ""),
                            past("2026-03-07T22:59:59Z", "repo:web")),
                    OptionalDouble.empty());

    @Test
    void theMostFrequentResourcesComeFirstAndUnnamedOnesNotAtAll() {
        assertThat(observed.usualResources()).containsExactly("repo:web", "env:staging");
    }

    @Test
    void hoursAreThoseOfTheTeamsZone() {
        assertThat(observed.usualHours(ZoneOffset.UTC)).containsExactly(23, 9, 22);
        assertThat(observed.usualHours(ZoneId.of("Europe/Berlin"))).containsExactly(0, 10, 23);
    }

    @Test
    void nothingObservedHasNoHabits() {
        assertThat(Observed.NOTHING.usualResources()).isEmpty();
        assertThat(Observed.NOTHING.usualHours(ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void moreThanAReasonerIsShownIsRefused() {
        List<PastDecision> many =
                Collections.nCopies(
                        Observed.DECISIONS_MAX + 1, past("2026-03-10T09:10:00Z", "env:staging"));
        assertThatThrownBy(() -> new Observed(many, OptionalDouble.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
