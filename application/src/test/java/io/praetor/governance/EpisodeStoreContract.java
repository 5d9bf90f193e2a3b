package io.praetor.governance;

import static io.praetor.governance.GovernanceSamples.CHILD;
import static io.praetor.governance.GovernanceSamples.FAMILY;
import static io.praetor.governance.GovernanceSamples.READS;
import static io.praetor.governance.GovernanceSamples.SHIPPED;
import static io.praetor.governance.GovernanceSamples.episode;
import static io.praetor.governance.GovernanceSamples.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.governance.VersionStore.Kept;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.SafetyFlag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of versions keeps to about episodes and their outcomes. */
public abstract class EpisodeStoreContract {
    /** An empty store. */
    protected abstract VersionStore fresh();

    VersionStore founded() {
        return GovernanceSamples.founded(fresh());
    }

    @Test
    void episodesAndOutcomesAreReadBackInOrderPageByPage() {
        VersionStore store = founded();
        List<RecordedEpisode> recorded = new ArrayList<>();
        for (int index = 0; index < 5; index++) {
            RecordedEpisode one = episode("e" + index, SHIPPED, Mode.ENFORCED, READS);
            assertThat(store.record(one)).isEqualTo(Kept.KEPT);
            recorded.add(one);
        }
        RecordedOutcome outcome =
                outcome("e1", .5, true, SafetyFlag.LOW_COHERENCE, SafetyFlag.COLLAPSE);
        assertThat(store.record(outcome)).isEqualTo(Kept.KEPT);
        store.record(episode("e5", SHIPPED, Mode.SHADOW, READS));

        List<EpisodeView> first = store.episodes(FAMILY, 0, 2);
        assertThat(first).extracting(view -> view.episode().id()).containsExactly("e0", "e1");
        assertThat(first.get(1).outcome()).contains(outcome);
        List<EpisodeView> second = store.episodes(FAMILY, first.getLast().sequence(), 9);
        assertThat(second)
                .extracting(view -> view.episode().id())
                .containsExactly("e2", "e3", "e4", "e5");
        assertThat(store.events(FAMILY, 4, 10))
                .containsExactly(
                        new Event.Decided(5, recorded.get(4)),
                        new Event.Matured(6, recorded.get(1), outcome),
                        new Event.Decided(7, episode("e5", SHIPPED, Mode.SHADOW, READS)));
        assertThat(store.episodeOn(FAMILY, "situation of e3", SHIPPED.id()))
                .map(view -> view.episode().id())
                .contains("e3");
        assertThat(store.episodeOn(FAMILY, "situation of e3", CHILD.id())).isEmpty();
    }

    @Test
    void theSameIsKeptOnceAndSomethingElseUnderItsIdIsNot() {
        VersionStore store = founded();
        RecordedEpisode one = episode("e1", SHIPPED, Mode.ENFORCED, READS);
        assertThat(store.record(one)).isEqualTo(Kept.KEPT);
        assertThat(store.record(one)).isEqualTo(Kept.ALREADY);
        assertThat(store.record(episode("e1", SHIPPED, Mode.SHADOW, READS)))
                .isEqualTo(Kept.CONFLICT);
        assertThat(store.record(episode("e2", CHILD, Mode.SHADOW, READS))).isEqualTo(Kept.UNKNOWN);
        assertThat(store.record(outcome("e9", 0, false))).isEqualTo(Kept.UNKNOWN);
        assertThat(store.record(outcome("e1", 0, false))).isEqualTo(Kept.KEPT);
        assertThat(store.record(outcome("e1", 0, false))).isEqualTo(Kept.ALREADY);
        assertThat(store.record(outcome("e1", 0, true))).isEqualTo(Kept.CONFLICT);
        assertThat(store.events(FAMILY, 0, 10)).hasSize(2);
    }
}
