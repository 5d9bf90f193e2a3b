package io.praetor.governance;

import io.praetor.rollout.comparison.PairedTest;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.watch.FamilySettings;
import io.praetor.rollout.watch.VersionWatch;
import java.util.Map;
import java.util.Optional;

/** What a change does to the evidence that was gathered before it. */
public record Aftermath(FamilySettings settings) {
    /**
     * After RESUME the version's detectors start afresh; after another default took over, so does
     * every comparison with the default.
     */
    public Progress of(Progress before, Change change) {
        Progress after = before;
        Optional<VersionId> subject = change.target().subject();
        if (change.action() == RolloutAction.RESUME && subject.isPresent()) {
            VersionId version = subject.get();
            VersionProgress known = before.versions().get(version);
            after = known == null ? after : after.with(version, reset(known));
        }
        boolean isSameDefault =
                change.before().defaultVersion().equals(change.after().defaultVersion());
        return isSameDefault ? after : comparedAnew(after);
    }

    private VersionProgress reset(VersionProgress progress) {
        VersionWatch watch = new VersionWatch(settings, progress.watch());
        watch.resetDetectors();
        VersionProgress quiet = progress.withWatch(watch.state());
        return progress.trust()
                .map(trust -> quiet.withTrust(trust.withNearness(watch.nearness())))
                .orElse(quiet);
    }

    private static Progress comparedAnew(Progress progress) {
        Progress after = progress;
        for (Map.Entry<VersionId, VersionProgress> version : progress.versions().entrySet()) {
            after = after.with(version.getKey(), version.getValue().withPaired(PairedTest.START));
        }
        return after;
    }
}
