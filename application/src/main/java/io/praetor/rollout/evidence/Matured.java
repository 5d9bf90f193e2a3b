package io.praetor.rollout.evidence;

/** An episode with an outcome that nothing more is waited for. */
public record Matured(Episode episode, Outcome outcome) {
    public Matured {
        if (outcome.maturedAt().isEmpty()) {
            throw new IllegalArgumentException("the outcome has not matured");
        }
    }
}
