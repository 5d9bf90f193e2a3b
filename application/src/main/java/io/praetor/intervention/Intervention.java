package io.praetor.intervention;

import java.util.Map;

/** What may be suggested beside a decision; nothing else ever is. */
public enum Intervention {
    /** The arm that does nothing; first, so that it wins ties. */
    NONE(Layer.NONE, Risk.LOW),
    SLOW_DECISION(Layer.PACE, Risk.LOW),
    REQUEST_JUSTIFICATION(Layer.REASONING, Risk.LOW),
    SURFACE_EVIDENCE(Layer.ATTENTION, Risk.LOW),
    FOCUS_CLAUSE(Layer.ATTENTION, Risk.LOW),
    DEFOCUS_CLAUSE(Layer.ATTENTION, Risk.MEDIUM),
    TAKE_BREAK(Layer.PACE, Risk.MEDIUM),
    SOFT_ALERT(Layer.ATTENTION, Risk.LOW);

    private final Layer layer;
    private final Risk risk;

    Intervention(Layer layer, Risk risk) {
        this.layer = layer;
        this.risk = risk;
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
        return switch (this) {
            case NONE -> Map.of();
            case SLOW_DECISION -> Map.of("seconds", new Bounds(30, 5, 300));
            case REQUEST_JUSTIFICATION -> Map.of("words", new Bounds(20, 5, 200));
            case SURFACE_EVIDENCE -> Map.of("passages", new Bounds(3, 1, 8));
            case FOCUS_CLAUSE -> Map.of("clauses", new Bounds(1, 1, 3));
            case DEFOCUS_CLAUSE -> Map.of("clauses", new Bounds(1, 1, 1));
            case TAKE_BREAK -> Map.of("minutes", new Bounds(5, 1, 15));
            case SOFT_ALERT -> Map.of("repeats", new Bounds(1, 1, 3));
        };
    }
}
