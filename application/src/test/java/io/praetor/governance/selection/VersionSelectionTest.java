package io.praetor.governance.selection;

import static io.praetor.governance.GovernanceSamples.FAMILY;
import static io.praetor.governance.GovernanceSamples.NOW;
import static io.praetor.governance.GovernanceSamples.OWNER;
import static io.praetor.governance.GovernanceSamples.READS;
import static io.praetor.governance.GovernanceSamples.SHIPPED;
import static io.praetor.governance.GovernanceSamples.episode;
import static io.praetor.governance.GovernanceSamples.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.sqlite.SqliteVersionStore;
import io.praetor.governance.GovernanceSamples;
import io.praetor.governance.control.Demand;
import io.praetor.governance.control.VersionControl;
import io.praetor.governance.watching.SnapshotJob;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.selection.CanaryShare;
import io.praetor.rollout.selection.Selection;
import io.praetor.rollout.selection.Selection.Reason;
import io.praetor.situation.Environment;
import io.praetor.situation.MetaContext;
import io.praetor.situation.RiskLevel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionSelectionTest {
    private static final Map<String, Object> CALM =
            Map.of(
                    "coherence", .55,
                    "spread", .1,
                    "entropy_change", .2,
                    "max_potency", .1,
                    "affective_load", .1,
                    "awareness", "FULL",
                    "at", NOW.toString());

    private final AtomicBoolean killed = new AtomicBoolean();
    private final SqliteVersionStore store;
    private final FamilyViews views;
    private final VersionSelection selection;

    VersionSelectionTest(@TempDir Path folder) {
        store = SqliteVersionStore.open(folder.resolve("governance.db"));
        GovernanceSamples.founded(store);
        views = new FamilyViews(store);
        views.refresh();
        byte[] key = "a key of tests".getBytes(StandardCharsets.UTF_8);
        selection = new VersionSelection(views, new CanaryShare(key, .05), killed::get);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void proven() {
        for (int index = 0; index < 220; index++) {
            store.record(episode("e" + index, SHIPPED, Mode.SHADOW, READS));
            store.record(outcome("e" + index, .5, false));
        }
        new SnapshotJob(store).runAll();
        views.refresh();
    }

    private static Question question(MetaContext meta) {
        return new Question(
                "r-1",
                Optional.of("user:carla"),
                Optional.of("team:" + FAMILY),
                List.of("read"),
                "read",
                RiskLevel.LOW,
                Environment.NONE,
                meta,
                NOW);
    }

    private Selection select(Map<String, Object> meta) {
        return selection.select(question(MetaContexts.of(meta))).orElseThrow().selection();
    }

    @Test
    void aVersionWithoutASnapshotNeverActs() {
        Selection selected = select(CALM);
        assertThat(selected.version()).isEmpty();
        assertThat(selected.reason()).isEqualTo(Reason.NOBODY_ELIGIBLE);
    }

    @Test
    void aProvenDefaultActsAndTheSameQuestionHasTheSameAnswer() {
        proven();
        Selection selected = select(CALM);
        assertThat(selected.version()).contains(SHIPPED.id());
        assertThat(selected.reason()).isEqualTo(Reason.DEFAULT);
        assertThat(select(CALM)).isEqualTo(selected);
    }

    @Test
    void anUnknownMetaContextLeavesOnlyTheFallback() {
        proven();
        assertThat(select(Map.of()).version()).isEmpty();
        new VersionControl(store, () -> NOW)
                .apply(Demand.of(FAMILY, SHIPPED.id(), RolloutAction.SET_FALLBACK, OWNER, "safe"));
        views.refresh();
        Selection selected = select(Map.of("coherence", "high", "spread", 7));
        assertThat(selected.version()).contains(SHIPPED.id());
        assertThat(selected.reason()).isEqualTo(Reason.UNKNOWN_CONTEXT);
    }

    @Test
    void theKillSwitchAndAPausedFamilyLeaveTheRules() {
        proven();
        killed.set(true);
        assertThat(select(CALM).reason()).isEqualTo(Reason.KILL_SWITCH);
        killed.set(false);
        // Caution begins with one reading and ends with the third that allows it.
        assertThat(select(CALM).reason()).isEqualTo(Reason.HALTED);
        select(CALM);
        assertThat(select(CALM).reason()).isEqualTo(Reason.DEFAULT);
        new VersionControl(store, () -> NOW)
                .apply(Demand.of(FAMILY, SHIPPED.id(), RolloutAction.PAUSE, OWNER, "odd"));
        views.refresh();
        assertThat(select(CALM).reason()).isEqualTo(Reason.FAMILY_PAUSED);
    }

    @Test
    void whereTheStoreDoesNotAnswerOnlyTheFallbackActs() {
        proven();
        store.close();
        assertThat(views.refresh()).isPresent();
        Selected selected = selection.select(question(MetaContexts.of(CALM))).orElseThrow();
        assertThat(selected.storeAnswers()).isFalse();
        assertThat(selected.selection().version()).isEmpty();
        assertThat(selected.selection().reason()).isEqualTo(Reason.NOBODY_ELIGIBLE);
    }

    @Test
    void nobodyElsesFamilyHasASay() {
        Question other =
                new Question(
                        "r-1",
                        Optional.of("user:carla"),
                        Optional.of("team:other"),
                        List.of("read"),
                        "read",
                        RiskLevel.LOW,
                        Environment.NONE,
                        MetaContext.UNKNOWN,
                        NOW);
        assertThat(selection.select(other)).isEmpty();
    }
}
