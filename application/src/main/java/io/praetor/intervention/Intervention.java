package io.praetor.intervention;

import java.util.Map;

/** What may be suggested beside a decision; nothing else ever is. */
public enum Intervention {
    /** The arm that does nothing; first, so that it wins ties. */
    NONE(Layer.NONE, Risk.LOW, Map.of()),
    SLOW_DECISION(Layer.PACE, Risk.LOW, Map.of("seconds", new Bounds(30, 5, 300))),
    REQUEST_JUSTIFICATION(Layer.REASONING, Risk.LOW, Map.of("words", new Bounds(20, 5, 200))),
    SURFACE_EVIDENCE(Layer.ATTENTION, Risk.LOW, Map.of("passages", new Bounds(3, 1, 8))),
    FOCUS_CLAUSE(Layer.ATTENTION, Risk.LOW, Map.of("clauses", new Bounds(1, 1, 3))),
    DEFOCUS_CLAUSE(Layer.ATTENTION, Risk.MEDIUM, Map.of("clauses", new Bounds(1, 1, 1))),
    TAKE_BREAK(Layer.PACE, Risk.MEDIUM, Map.of("minutes", new Bounds(5, 1, 15))),
    SOFT_ALERT(Layer.ATTENTION, Risk.LOW, Map.of("repeats", new Bounds(1, 1, 3)));

    private final Layer layer;
    private final Risk risk;
    private final Map<String, Bounds> parameters;

    Intervention(Layer layer, Risk risk, Map<String, Bounds> parameters) {
        this.layer = layer;
        this.risk = risk;
        this.parameters = parameters;
    }

    /** What it touches. */
    public enum Layer {
        NONE,
        PACE,
        ATTENTION,
        REASONING
    }

    /** What it may do to the person; there is nothing of high risk. */
    public enum Risk {
        LOW,
        MEDIUM
    }

    /**
     * A parameter's value and how far whoever carries it out may move it.
     *
     * @param usual between the two
     */
    public record Bounds(double usual, double lowest, double highest) {
        public Bounds {
            if (!(lowest <= usual && usual <= highest)) {
                throw new IllegalArgumentException(
                        "%s is not within %s and %s".formatted(usual, lowest, highest));
            }
        }
    }

    public Layer layer() {
        return layer;
    }

    public Risk risk() {
        return risk;
    }

    /** By name. */
    public Map<String, Bounds> parameters() {
        return parameters;
    }
}
