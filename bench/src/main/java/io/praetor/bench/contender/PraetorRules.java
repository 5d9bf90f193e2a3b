package io.praetor.bench.contender;

import io.praetor.bench.Ask;
import io.praetor.policy.ConditionParser;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySource;
import io.praetor.policy.reading.PolicyReader;
import io.praetor.rules.RuleEngine;
import io.praetor.situation.Admission;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.SituationReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Praetor's rules: the whole evaluation with clauses, reasons and ambiguities, not only a yes. */
public final class PraetorRules implements Contender {
    private final RuleEngine engine;

    private PraetorRules(RuleEngine engine) {
        this.engine = engine;
    }

    /** The ten rules. */
    public static PraetorRules ten() {
        return of(Contender.file("praetor.yaml"));
    }

    /** The rules of any policy text. */
    public static PraetorRules of(String policy) {
        PolicySource source = new PolicySource("bench.yaml", policy);
        return switch (new PolicyReader(new ConditionParser()).read(source)) {
            case PolicyReading.Accepted accepted ->
                    new PraetorRules(RuleEngine.compile(accepted.policy()));
            case PolicyReading.Rejected rejected ->
                    throw new IllegalStateException(rejected.problems().toString());
        };
    }

    public RuleEngine engine() {
        return engine;
    }

    @Override
    public String name() {
        return "Praetor";
    }

    @Override
    public BooleanSupplier prepare(Ask ask) {
        Situation situation = situation(ask);
        return () -> isPermitted(situation);
    }

    private boolean isPermitted(Situation situation) {
        return switch (engine.evaluate(situation).evaluation()) {
            case Evaluation.Applicable applicable -> applicable.effect() == Effect.ALLOW;
            case Evaluation.NotApplicable() -> false;
            case Evaluation.Indeterminate indeterminate ->
                    throw new IllegalStateException(indeterminate.cause());
        };
    }

    /** The ask as the door admits it from the flat dialect. */
    public static Situation situation(Ask ask) {
        String json =
                """
                {"action_type":"%s","actor_id":"%s","actor_role":"%s","resource":"%s",
                 "t3_tensor":{"competence":%5$s,"reliability":%5$s,"integrity":%5$s}}"""
                        .formatted(
                                ask.action(), ask.actor(), ask.role(), ask.resource(), ask.trust());
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        return switch (new SituationReader().read(utf8, Instant.EPOCH)) {
            case Admission.Admitted admitted -> admitted.situation();
            case Admission.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }
}
