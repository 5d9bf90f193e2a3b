package io.praetor.log;

import io.praetor.decision.ActingVersion;
import io.praetor.decision.Authority;
import io.praetor.decision.Decision;
import io.praetor.decision.DecisionId;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.policy.PolicySet;
import io.praetor.rules.RuleEngine;
import java.util.Optional;
import java.util.UUID;

/** A record read back as the decision it was, under the policy that made it. */
public final class RecordedDecision {
    private RecordedDecision() {}

    /**
     * Empty where the personal parts were erased.
     *
     * @param policy the one the record names
     */
    public static Optional<Decision> of(DecisionRecord record, PolicySet policy) {
        return record.particulars().map(said -> of(record, said, policy));
    }

    private static Decision of(DecisionRecord record, Particulars said, PolicySet policy) {
        Authority authority = new Authority(record.stage(), record.binding(), record.binding());
        ActingVersion version =
                ActingVersion.ofRules(record.version(), RuleEngine.compile(policy))
                        .under(authority);
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
