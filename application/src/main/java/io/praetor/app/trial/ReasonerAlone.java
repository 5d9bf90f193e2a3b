package io.praetor.app.trial;

import io.praetor.decision.ActiveVersionSource;
import io.praetor.situation.Admission;
import io.praetor.suite.Answer;
import io.praetor.suite.Decider;
import io.praetor.suite.OpinionAnswer;
import io.praetor.suite.Scenario;
import java.util.Optional;
import java.util.function.Supplier;

/** A reasoner whose view is taken for the decision: how good it is without rules around it. */
final class ReasonerAlone implements Decider {
    private final Hearing hearing;

    ReasonerAlone(ActiveVersionSource versions) {
        this.hearing = new Hearing(versions);
    }

    @Override
    public Supplier<Answer> decide(Scenario scenario, Admission admission) {
        return switch (admission) {
            case Admission.Admitted admitted -> {
                Hearing.Heard heard = hearing.on(admitted.situation());
                yield () -> OpinionAnswer.of(heard.opinion(), heard.policy());
            }
            case Admission.Refused refused ->
                    () -> Answer.refused(refused.refusals(), Optional.empty());
        };
    }
}
