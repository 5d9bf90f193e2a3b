package io.praetor.rollout.life;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The gates that were judged for a request.
 *
 * @param outcomes by gate; a gate that is not here was not judged, which is inconclusive
 * @param artifactChanged whether the version's files are not those it was paused with
 */
public record Evidence(Map<Gate, GateOutcome> outcomes, boolean artifactChanged) {
    public static final Evidence NONE = new Evidence(Map.of(), false);

    public Evidence {
        outcomes = Map.copyOf(outcomes);
    }

    public static Evidence of(List<GateOutcome> judged) {
        Map<Gate, GateOutcome> outcomes = new EnumMap<>(Gate.class);
        judged.forEach(outcome -> outcomes.put(outcome.gate(), outcome));
        return new Evidence(outcomes, false);
    }

    public Evidence withChangedArtifact() {
        return new Evidence(outcomes, true);
    }

    GateOutcome outcome(Gate gate) {
        return outcomes.getOrDefault(gate, GateOutcome.unknown(gate));
    }
}
