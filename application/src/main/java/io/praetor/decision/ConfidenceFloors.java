package io.praetor.decision;

import io.praetor.situation.RiskLevel;

/**
 * The calibrated confidence under which an answer by reasoning counts as absent.
 *
 * @param ordinary at low and medium risk
 * @param high at high and critical risk
 */
public record ConfidenceFloors(double ordinary, double high) {
    /** .8, and .95 at high or critical risk: design, "Reading the answer". */
    public static final ConfidenceFloors DEFAULT = new ConfidenceFloors(.8, .95);

    public double at(RiskLevel risk) {
        return risk.atLeast(RiskLevel.HIGH) ? high : ordinary;
    }
}
