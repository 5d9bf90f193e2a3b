package io.praetor.suite;

import io.praetor.decision.Authority;
import io.praetor.decision.Citation;
import io.praetor.decision.Decision;
import io.praetor.decision.Evaluator;
import io.praetor.decision.Explanation;
import io.praetor.policy.Ambiguity;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.suite.Answer.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A decision as a suite's answer. Its explanation is what a person would be told: the rationale,
 * the steps, and the clauses' texts. Explaining costs more than deciding.
 */
public final class DecisionAnswer {
    private DecisionAnswer() {}

    /**
     * @param isRecorded whether the decision can be looked up by its id
     */
    public static Answer of(Decision decision, boolean isRecorded) {
        return new Answer(
                decision.effect(),
                false,
                false,
                decision.path().label(),
                decision.clauses(),
                views(decision),
                decision.confidence(),
                decision.trail().reasoning(),
                explanation(decision),
                isRecorded ? Optional.of(decision.id().toString()) : Optional.empty());
    }

    private static String explanation(Decision decision) {
        Explanation explanation = Explanation.of(decision);
        List<String> prose = new ArrayList<>();
        prose.add(explanation.rationale());
        prose.addAll(explanation.steps());
        explanation.citations().stream().map(Citation::quote).forEach(prose::add);
        return String.join("\n", prose);
    }

    private static List<View> views(Decision decision) {
        Authority authority = decision.version().authority();
        List<View> views = new ArrayList<>();
        views.add(view(Evaluator.RULES, authority, decision.trail().rules().evaluation()));
        decision.trail()
                .pattern()
                .ifPresent(
                        said -> views.add(view(Evaluator.PATTERN, authority, said.evaluation())));
        decision.trail()
                .reasoning()
                .ifPresent(
                        said -> views.add(view(Evaluator.REASONING, authority, said.evaluation())));
        return views;
    }

    private static View view(Evaluator evaluator, Authority authority, Evaluation evaluation) {
        return view(evaluator.label(), authority.binds(evaluator), evaluation);
    }

    static View view(String name, boolean isBinding, Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Applicable said ->
                    new View(
                            name,
                            isBinding,
                            "applicable",
                            Optional.of(said.effect()),
                            OptionalDouble.of(said.confidence()),
                            said.clauses(),
                            said.ambiguities().stream().sorted().map(Ambiguity::label).toList());
            case Evaluation.NotApplicable() ->
                    new View(
                            name,
                            isBinding,
                            "not_applicable",
                            Optional.empty(),
                            OptionalDouble.empty(),
                            List.of(),
                            List.of());
            case Evaluation.Indeterminate failed ->
                    new View(
                            name,
                            isBinding,
                            "indeterminate",
                            Optional.of(failed.atLeast()).filter(Effect.ALLOW::isWeakerThan),
                            OptionalDouble.empty(),
                            failed.clauses(),
                            List.of(failed.cause()));
        };
    }
}
