package io.praetor.serving.decide;

import static java.util.Objects.requireNonNull;

import io.praetor.decision.Decision;
import io.praetor.decision.Path;
import io.praetor.decision.Recording;
import io.praetor.decision.Released;
import io.praetor.policy.Effect;
import io.praetor.serving.telemetry.Counter;
import io.praetor.serving.telemetry.Histogram;
import io.praetor.serving.telemetry.Metrics;
import io.praetor.situation.RiskLevel;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What is counted of decisions and refusals. */
final class DecisionCounts {
    private final Map<Kind, Counter> byKind = new HashMap<>();
    private final Map<Path, Counter> byPath = new EnumMap<>(Path.class);
    private final Counter refused;
    private final Counter notRecorded;
    private final Counter vouchingIgnored;
    private final Histogram seconds;

    private record Kind(Effect effect, RiskLevel risk) {}

    DecisionCounts(Metrics metrics) {
        for (Effect effect : Effect.values()) {
            for (RiskLevel risk : RiskLevel.values()) {
                byKind.put(
                        new Kind(effect, risk),
                        metrics.counter(
                                "praetor_decisions_total",
                                "Decisions released, by effect and risk.",
                                "effect",
                                effect.label(),
                                "risk",
                                risk.label()));
            }
        }
        for (Path path : Path.values()) {
            byPath.put(
                    path,
                    metrics.counter(
                            "praetor_decision_paths_total",
                            "Decisions released, by whose evaluation settled them.",
                            "path",
                            path.label()));
        }
        refused =
                metrics.counter(
                        "praetor_refused_requests_total", "Requests that the door turned away.");
        notRecorded =
                metrics.counter(
                        "praetor_not_recorded_total", "Decisions whose record was not kept.");
        vouchingIgnored =
                metrics.counter(
                        "praetor_vouching_ignored_total",
                        "Requests with approvals from a caller that may not vouch.");
        seconds =
                metrics.histogram(
                        "praetor_decision_seconds",
                        "Time from reading a request to having it decided and recorded.");
    }

    void decided(Released released, long nanos) {
        Decision decision = released.decision();
        requireNonNull(byKind.get(new Kind(decision.effect(), decision.risk()))).add();
        requireNonNull(byPath.get(decision.path())).add();
        if (released.recording() instanceof Recording.NotRecorded) {
            notRecorded.add();
        }
        seconds.observe(nanos);
    }

    void refused() {
        refused.add();
    }

    void vouchingIgnored() {
        vouchingIgnored.add();
    }
}
