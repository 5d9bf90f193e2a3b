package io.praetor.serving.operations;

import io.praetor.serving.telemetry.Counter;
import io.praetor.serving.telemetry.Metrics;
import io.praetor.serving.telemetry.Telemetry;
import io.praetor.situation.Labels;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of the reloads of the policy, for whoever looks at the server from outside.
 * Thread-safe.
 */
public final class Reloads {
    private final Telemetry telemetry;
    private final InstantSource clock;
    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
    private volatile Optional<Last> last = Optional.empty();

    public Reloads(Telemetry telemetry, InstantSource clock) {
        this.telemetry = telemetry;
        this.clock = clock;
        Metrics metrics = telemetry.metrics();
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    metrics.counter(
                            "praetor_policy_reload_total",
                            "Reloads of the policy, by what became of them.",
                            "outcome",
                            outcome.label()));
        }
    }

    /** What a reload comes to. */
    public enum Outcome {
        /** The new policy serves. */
        ACCEPTED,
        /** The files are bad; the old policy goes on serving. */
        REJECTED,
        /** The files say what they said before. */
        UNCHANGED;

        String label() {
            return Labels.of(this);
        }
    }

    /** The reload before this moment. */
    record Last(Outcome outcome, Instant at) {}

    /**
     * Takes note of a reload.
     *
     * @param remarks the problems of a rejected policy, the changes of an accepted one
     */
    public void note(Outcome outcome, List<String> remarks) {
        last = Optional.of(new Last(outcome, clock.instant()));
        Objects.requireNonNull(counters.get(outcome)).add();
        telemetry
                .events()
                .info(
                        "policy_reload",
                        json -> {
                            json.writeStringProperty("outcome", outcome.label());
                            json.writeArrayPropertyStart("remarks");
                            remarks.forEach(json::writeString);
                            json.writeEndArray();
                        });
    }

    Optional<Last> last() {
        return last;
    }
}
