package io.praetor.governance.selection;

import io.praetor.governance.FamilyRecord;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.FamilyStatus;
import io.praetor.rollout.selection.CanaryShare;
import io.praetor.rollout.selection.Occasion;
import io.praetor.rollout.selection.Regime;
import io.praetor.rollout.selection.Regimes;
import io.praetor.rollout.selection.SelectionState;
import io.praetor.rollout.selection.Selector;
import io.praetor.rollout.selection.Snapshot;
import io.praetor.situation.Awareness;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Chooses the version that acts for a situation, from memory and reproducibly: the same question
 * under the same revision, regime and key has the same answer. Thread-safe.
 */
public final class VersionSelection {
    private static final String NOBODY = "";

    private final FamilyViews families;
    private final CanaryShare canaries;
    private final BooleanSupplier killed;
    private final RegimeTracks tracks = new RegimeTracks();

    /**
     * @param killed the operator's switch, looked at each time: rules only, at once
     */
    public VersionSelection(FamilyViews families, CanaryShare canaries, BooleanSupplier killed) {
        this.families = families;
        this.canaries = canaries;
        this.killed = killed;
    }

    /** Empty where no family is for the situation; then nothing here has a say. */
    public Optional<Selected> select(Question question) {
        return familyFor(question)
                .map(
                        record -> {
                            Regime reading = reading(record, question);
                            return selected(
                                    record, question, tracks.note(track(question), reading));
                        });
    }

    /** What would be chosen, with no trace left. */
    public Selected rehearse(FamilyRecord record, Question question) {
        Regime reading = reading(record, question);
        return selected(record, question, tracks.peek(track(question), reading));
    }

    private Optional<FamilyRecord> familyFor(Question question) {
        return families.familyFor(question.participant(), question.group(), question.tasks());
    }

    private static String track(Question question) {
        return question.participant().or(question::group).orElse(NOBODY);
    }

    private Regime reading(FamilyRecord record, Question question) {
        boolean halted =
                killed.getAsBoolean() || record.state().heads().status() != FamilyStatus.ACTIVE;
        // What a decision is short of shows only once it is made: not said is not complete.
        Awareness awareness = question.meta().awareness().orElse(Awareness.IU);
        return Regimes.read(question.meta(), awareness, question.risk(), halted, question.at());
    }

    private Selected selected(FamilyRecord record, Question question, Regime inEffect) {
        boolean answers = families.storeAnswers();
        Regime regime = answers || inEffect == Regime.HALT ? inEffect : Regime.UNKNOWN;
        Occasion occasion =
                new Occasion(
                        question.requestId(),
                        question.cluster(),
                        question.actionFamily(),
                        question.environment(),
                        question.meta().affectiveLoad(),
                        regime,
                        question.at());
        Selector selector = new Selector(canaries, record.family().config().scope());
        return new Selected(
                record,
                selector.select(state(record), occasion),
                question.cluster(),
                regime,
                answers);
    }

    private SelectionState state(FamilyRecord record) {
        Map<VersionId, Snapshot> snapshots = new HashMap<>();
        record.progress()
                .versions()
                .forEach(
                        (version, progress) ->
                                progress.trust()
                                        .ifPresent(it -> snapshots.put(version, it.snapshot())));
        return new SelectionState(
                record.state(),
                snapshots,
                record.progress().budget(),
                record.family().config().thresholds().floor(),
                killed.getAsBoolean());
    }
}
