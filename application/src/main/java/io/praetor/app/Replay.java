package io.praetor.app;

import io.praetor.decision.ActingVersion;
import io.praetor.decision.Authority;
import io.praetor.decision.ConfidenceFloors;
import io.praetor.decision.Decision;
import io.praetor.decision.DecisionId;
import io.praetor.decision.Judge;
import io.praetor.decision.Judgement;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.Particulars;
import io.praetor.policy.PolicySet;
import io.praetor.rules.RuleEngine;
import java.util.Optional;
import java.util.UUID;

/**
 * A recorded decision judged again under the policy that made it.
 *
 * @param recorded as the log has it
 * @param judged what comes of it today
 */
public record Replay(Decision recorded, Judgement judged) {

    /** Empty where the situation was erased. */
    public static Optional<Replay> of(DecisionRecord record, PolicySet policy) {
        return record.particulars()
                .map(
                        said -> {
                            Authority authority =
                                    new Authority(
                                            record.stage(), record.binding(), record.binding());
                            ActingVersion version =
                                    ActingVersion.ofRules(
                                                    record.version(), RuleEngine.compile(policy))
                                            .under(authority);
                            Judge judge = new Judge(ConfidenceFloors.DEFAULT, () -> 0);
                            return new Replay(
                                    decision(record, said, version),
                                    judge.rejudge(said.situation(), version, said.trail()));
                        });
    }

    /** Whether effect, clauses and obligations came out as recorded. */
    public boolean isSame() {
        return judged.effect() == recorded.effect()
                && judged.clauses().equals(recorded.clauses())
                && judged.obligations().equals(recorded.obligations());
    }

    private static Decision decision(
            DecisionRecord record, Particulars said, ActingVersion version) {
        return new Decision(
                new DecisionId(UUID.fromString(record.id().value())),
                record.at(),
                said.situation(),
                version,
                record.effect(),
                record.resolved(),
                record.risk(),
                record.classification(),
                record.path(),
                record.clauses(),
                said.obligations(),
                said.reasons(),
                record.confidence(),
                said.trail(),
                record.timing());
    }
}
