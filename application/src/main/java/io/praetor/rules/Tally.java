package io.praetor.rules;

import io.praetor.policy.Effect;
import io.praetor.rules.condition.Facts;
import io.praetor.rules.condition.Truth;
import io.praetor.situation.RiskLevel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one evaluation has found so far, in all sections. Not thread-safe. */
final class Tally {
    static final String TRUST = "actor.trust";

    final Facts facts;
    final TrustScale scale;

    /** The trust scalar; {@link TrustScale#UNKNOWN} where a dimension is absent. */
    final double scalar;

    final Candidates candidates = new Candidates();
    final List<Finding> findings = new ArrayList<>(4);

    private @Nullable Effect strictest;
    private RiskLevel tier = RiskLevel.LOW;
    private @Nullable CompiledRule failed;
    private String cause = "";
    private List<String> missing = List.of();
    private double narrowly = TrustScale.UNKNOWN;

    Tally(Facts facts, TrustScale scale) {
        this.facts = facts;
        this.scale = scale;
        scalar = scale.scalar(facts.situation().actor().trust());
    }

    void found(Finding finding) {
        findings.add(finding);
        tier = RiskLevel.higher(tier, finding.rule().tier);
        strictest = strictest == null ? finding.effect() : strictest.strictest(finding.effect());
    }

    /** The strictest effect found; null where no rule fired. */
    @Nullable Effect strictest() {
        return strictest;
    }

    /** The highest tier among the clauses of the rules that fired. */
    RiskLevel tier() {
        return tier;
    }

    void failed(CompiledRule rule, Truth.Failure failure) {
        missing(failure);
        if (failed == null) {
            failed = rule;
            cause = "rule `" + rule.rule.id() + "` cannot be evaluated: " + failure.cause();
        }
    }

    /** The first rule that had to be evaluated and could not; null where there is none. */
    @Nullable CompiledRule failed() {
        return failed;
    }

    String cause() {
        return cause;
    }

    void missing(Truth.Failure failure) {
        failure.missing().ifPresent(this::missing);
    }

    void missing(String input) {
        if (!missing.contains(input)) {
            List<String> more = new ArrayList<>(missing);
            more.add(input);
            missing = more;
        }
    }

    List<String> missing() {
        return missing;
    }

    /** Takes note that trust bore on the result: missing, or passing this threshold narrowly. */
    void tested(double threshold) {
        if (Double.isNaN(scalar)) {
            missing(TRUST);
        } else if (Double.isNaN(narrowly) && isNarrow(threshold)) {
            narrowly = threshold;
        }
    }

    boolean isNarrow(double threshold) {
        return scale.isNarrow(scalar, facts.situation().actor().trust(), threshold);
    }

    /** The first threshold that trust passed narrowly; NaN where there is none. */
    double narrowly() {
        return narrowly;
    }
}
