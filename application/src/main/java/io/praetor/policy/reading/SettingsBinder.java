package io.praetor.policy.reading;

import io.praetor.policy.TrustSettings;
import io.praetor.policy.TrustSettings.Aggregate;
import io.praetor.policy.TrustSettings.Weights;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Range;
import java.time.Duration;
import java.util.Optional;

/** Reads how trust becomes a number, how long approvals count, and what absent ATP means. */
final class SettingsBinder {
    /** What an approval may live; the reference law's bounds (design, "Policy files"). */
    private static final int EXPIRY_HOURS_MIN = 24;

    private static final int EXPIRY_HOURS_MAX = 720;
    private static final int EXPIRY_HOURS = 168;

    /** Far more than any bound, and still a number of hours that a Duration holds. */
    private static final int EXPIRY_HOURS_WRITTEN_MAX = 1_000_000;

    /** A wider band would call every case borderline. */
    private static final Range MARGIN = new Range(0, .5, false);

    private SettingsBinder() {}

    static TrustSettings trust(Fields top, Problems problems) {
        TrustSettings standard = TrustSettings.DEFAULT;
        Optional<Fields> trust = top.fields("trust", PolicyShapes.TRUST);
        if (trust.isEmpty()) {
            return standard;
        }
        Fields fields = trust.get();
        Optional<Aggregate> named = fields.choice("aggregate", Words.AGGREGATES);
        Aggregate aggregate = named.orElse(standard.aggregate());
        if (named.isPresent() || !fields.has("aggregate")) {
            checkWeights(fields, aggregate, problems);
        }
        return new TrustSettings(
                aggregate,
                fields.fields("weights", PolicyShapes.WEIGHTS)
                        .map(weights -> weightsOf(weights, problems))
                        .orElse(standard.weights()),
                fields.number("margin", MARGIN).orElse(standard.margin()),
                fields.number("coherence-floor", Range.UNIT).orElse(standard.coherenceFloor()));
    }

    private static void checkWeights(Fields trust, Aggregate aggregate, Problems problems) {
        boolean weighted = aggregate == Aggregate.WEIGHTED;
        if (weighted != trust.has("weights")) {
            problems.error(
                    trust.positionOf(weighted ? "aggregate" : "weights"),
                    weighted
                            ? "`aggregate: weighted` needs `weights`"
                            : "`weights` count only with `aggregate: weighted`");
        }
    }

    private static Weights weightsOf(Fields fields, Problems problems) {
        Weights weights =
                new Weights(
                        weight(fields, "competence"),
                        weight(fields, "reliability"),
                        weight(fields, "integrity"));
        if (weights.equals(new Weights(0, 0, 0))) {
            problems.error(fields.position(), "at least one weight has to be above 0");
        }
        return weights;
    }

    private static double weight(Fields fields, String dimension) {
        return fields.number(dimension, Range.atLeast(0)).orElse(1);
    }

    static Duration approvalExpiry(Fields top, Problems problems) {
        double hours =
                top.fields("approvals", PolicyShapes.APPROVALS)
                        .map(
                                approvals ->
                                        approvals
                                                .number(
                                                        "expiry-hours",
                                                        Range.whole(1, EXPIRY_HOURS_WRITTEN_MAX))
                                                .orElse(EXPIRY_HOURS))
                        .orElse((double) EXPIRY_HOURS);
        long clamped = Math.clamp((long) hours, EXPIRY_HOURS_MIN, EXPIRY_HOURS_MAX);
        if (clamped != (long) hours) {
            problems.warning(
                    top.positionOf("approvals"),
                    "approvals expire after %d hours, not %d: the bounds are %d and %d"
                            .formatted(clamped, (long) hours, EXPIRY_HOURS_MIN, EXPIRY_HOURS_MAX));
        }
        return Duration.ofHours(clamped);
    }

    static boolean chargeAbsentAtp(Fields top) {
        return top.fields("atp", PolicyShapes.ATP)
                .flatMap(atp -> atp.choice("when-absent", Words.ABSENT_ATP))
                .orElse(true);
    }
}
