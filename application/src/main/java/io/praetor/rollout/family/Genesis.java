package io.praetor.rollout.family;

import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.life.Evidence;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.Request;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.life.Tier;
import io.praetor.rollout.life.VersionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The first change of a family: the shipped version is live, and an operator answers for it. */
public final class Genesis {
    private Genesis() {}

    /**
     * @param founded a family without changes
     * @param suiteReport hash of the shipped suite's report
     */
    public static Ruling.Changed of(
            FamilyState founded,
            VersionId shipped,
            String operator,
            String suiteReport,
            Instant at) {
        if (founded.revision() != 0) {
            throw new IllegalArgumentException("`%s` has changes".formatted(founded.id()));
        }
        ChangeRequest asked =
                new ChangeRequest(
                        new Request(
                                RolloutAction.GENESIS,
                                new Initiator.Person(operator),
                                Optional.of(operator),
                                "installed"),
                        new Target.Whole(shipped),
                        Evidence.NONE,
                        List.of("suite report " + suiteReport),
                        Optional.empty(),
                        at);
        return Amendment.of(founded, asked)
                .to(Optional.of(new VersionState.Live(Tier.EVERYTHING)))
                .heads(founded.heads().withDefault(shipped))
                .made();
    }
}
