package io.praetor.app;

import io.praetor.decision.ActingVersion;
import io.praetor.decision.ActiveVersionSource;
import io.praetor.decision.Authority;
import io.praetor.decision.Decision;
import io.praetor.decision.DecisionRecorder;
import io.praetor.decision.Evaluator;
import io.praetor.decision.Recording;
import io.praetor.decision.RefusedRequest;
import io.praetor.governance.selection.Selected;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.life.StateKind;
import io.praetor.rollout.selection.StageAuthority;
import io.praetor.situation.Situation;
import java.util.Optional;

/**
 * The version that acts, under the authority its family gives it; where no family is for a
 * situation, as it was installed. What it then decided becomes an episode. Thread-safe.
 *
 * <p>The version is always the loaded one. A family may choose another, which then is not there to
 * act: the loaded one is asked and recorded, and rules alone bind.
 */
final class GovernedVersions implements ActiveVersionSource, DecisionRecorder, AutoCloseable {
    private final ActivePolicies policies;
    private final Governance governance;
    private final DecisionRecorder recorder;
    private final VersionEvidence evidence;

    /** What was chosen for the decision that this thread is making. */
    private final ThreadLocal<Optional<Chosen>> choosing = ThreadLocal.withInitial(Optional::empty);

    /**
     * A choice with what it makes of the loaded version.
     *
     * @param acting the id of the loaded version with its patterns
     * @param version the same as its family knows it
     * @param mode what the version's answer counts for
     */
    record Chosen(Selected selected, String acting, VersionId version, Mode mode) {}

    GovernedVersions(ActivePolicies policies, VersionEvidence evidence, DecisionRecorder recorder) {
        this.policies = policies;
        this.evidence = evidence;
        this.recorder = recorder;
        governance = evidence.governance();
    }

    VersionEvidence evidence() {
        return evidence;
    }

    @Override
    public ActingVersion actingFor(Situation situation) {
        ActingVersion version = policies.actingFor(situation);
        choosing.remove();
        if (governance.views().isEmpty()) {
            return version;
        }
        Optional<Chosen> chosen =
                governance
                        .selection()
                        .select(Questions.of(situation, version.rules().policy()))
                        .map(selected -> chosen(selected, version));
        choosing.set(chosen);
        return chosen.filter(_ -> version.reasoner().isPresent())
                .map(choice -> version.under(authority(choice.mode(), version)))
                .orElse(version);
    }

    private Chosen chosen(Selected selected, ActingVersion acting) {
        VersionId loaded = new VersionId(policies.governedId(acting));
        boolean acts = selected.selection().version().filter(loaded::equals).isPresent();
        boolean advises =
                selected.record()
                        .state()
                        .stateOf(loaded)
                        .filter(state -> state.kind() == StateKind.ADVISORY)
                        .isPresent();
        Mode otherwise = advises ? Mode.ADVISORY : Mode.SHADOW;
        return new Chosen(
                selected, acting.id(), loaded, acts ? selected.selection().mode() : otherwise);
    }

    /** Never more than was installed: administrative actions stay with people. */
    private static Authority authority(Mode mode, ActingVersion installed) {
        Authority earned = StageAuthority.of(mode);
        boolean more =
                earned.binds(Evaluator.REASONING)
                        && !installed.authority().binds(Evaluator.REASONING);
        return more ? installed.authority() : earned;
    }

    @Override
    public Recording record(Decision decision) {
        Recording recording = recorder.record(decision);
        Optional<Chosen> chosen = choosing.get();
        choosing.remove();
        chosen.filter(it -> it.acting().equals(decision.version().id()))
                .filter(_ -> recording instanceof Recording.Recorded)
                .filter(it -> it.selected().record().version(it.version()).isPresent())
                .ifPresent(it -> evidence.offer(Questions.episode(it, decision)));
        return recording;
    }

    @Override
    public Recording record(RefusedRequest refused) {
        return recorder.record(refused);
    }

    @Override
    public void close() {
        evidence.close();
        governance.close();
    }
}
