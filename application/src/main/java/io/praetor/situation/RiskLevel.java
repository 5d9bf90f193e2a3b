package io.praetor.situation;

/** How much is at stake, in ascending order. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    public String label() {
        return Labels.of(this);
    }

    public static RiskLevel higher(RiskLevel one, RiskLevel other) {
        return one.atLeast(other) ? one : other;
    }

    public boolean atLeast(RiskLevel other) {
        return compareTo(other) >= 0;
    }
}
