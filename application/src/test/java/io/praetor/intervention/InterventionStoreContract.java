package io.praetor.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.intervention.InterventionDesk.Learning;
import io.praetor.situation.MetaContext;
import io.praetor.situation.RiskLevel;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of interventions keeps to, seen through the desk. */
public abstract class InterventionStoreContract {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Set<Intervention> ALL = EnumSet.allOf(Intervention.class);

    /** An empty store. */
    protected abstract InterventionStore fresh();

    private static MetaContext calm(double load) {
        return new MetaContext(
                OptionalDouble.of(.5),
                OptionalDouble.of(.1),
                OptionalDouble.of(.1),
                OptionalDouble.of(.2),
                OptionalDouble.of(load),
                Optional.empty(),
                Optional.of(NOW));
    }

    private static Feedback feedback(String id, double reward, boolean overridden) {
        return new Feedback(id, OptionalDouble.of(reward), overridden);
    }

    @Test
    void feedbackTrainsOnceAndSurvives() {
        InterventionStore store = fresh();
        InterventionDesk desk = new InterventionDesk(store, () -> NOW);
        Suggestion first = desk.suggest("r-1", calm(.1), RiskLevel.LOW, ALL);
        assertThat(desk.suggest("r-1", calm(.6), RiskLevel.HIGH, ALL)).isEqualTo(first);
        assertThat(desk.learn(feedback("r-1", .7, false))).isEqualTo(Learning.LEARNED);
        LinUcb learnt = store.learnt();
        assertThat(learnt)
                .isEqualTo(LinUcb.FRESH.after(first.intervention(), first.features(), .7));
        assertThat(desk.learn(feedback("r-1", .7, false))).isEqualTo(Learning.ALREADY);
        assertThat(desk.learn(feedback("r-1", .8, false))).isEqualTo(Learning.CONFLICT);
        assertThat(desk.learn(feedback("r-9", .8, false))).isEqualTo(Learning.UNKNOWN);
        assertThat(store.learnt()).isEqualTo(learnt);
    }

    @Test
    void whatWasOverriddenOrNotObservedTrainsNothing() {
        InterventionStore store = fresh();
        InterventionDesk desk = new InterventionDesk(store, () -> NOW);
        desk.suggest("r-1", calm(.1), RiskLevel.LOW, ALL);
        desk.suggest("r-2", calm(.1), RiskLevel.LOW, ALL);
        assertThat(desk.learn(feedback("r-1", -1, true))).isEqualTo(Learning.KEPT);
        assertThat(desk.learn(new Feedback("r-2", OptionalDouble.empty(), false)))
                .isEqualTo(Learning.KEPT);
        assertThat(store.learnt()).isEqualTo(LinUcb.FRESH);
    }

    @Test
    void nothingIsTriedWhereMuchIsAtStakeOrNothingIsKnown() {
        InterventionStore store = fresh();
        InterventionDesk desk = new InterventionDesk(store, () -> NOW);
        for (int index = 0; index < 5; index++) {
            Suggestion tried =
                    desk.suggest(
                            "t-" + index,
                            calm(.1),
                            RiskLevel.LOW,
                            EnumSet.of(Intervention.SOFT_ALERT));
            desk.learn(
                    feedback(
                            tried.id(), tried.intervention() == Intervention.NONE ? -1 : 1, false));
        }
        assertThat(desk.suggest("r-1", calm(.1), RiskLevel.LOW, ALL).intervention())
                .isNotEqualTo(Intervention.NONE);
        assertThat(desk.suggest("r-2", calm(.9), RiskLevel.LOW, ALL).intervention())
                .isEqualTo(Intervention.NONE);
        assertThat(desk.suggest("r-3", MetaContext.UNKNOWN, RiskLevel.LOW, ALL).intervention())
                .isEqualTo(Intervention.NONE);
    }
}
