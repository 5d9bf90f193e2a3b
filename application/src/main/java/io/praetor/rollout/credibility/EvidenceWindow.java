package io.praetor.rollout.credibility;

import io.praetor.rollout.evidence.Codebook;
import io.praetor.rollout.evidence.Episode;
import io.praetor.rollout.evidence.Outcome;
import io.praetor.rollout.statistics.Moments;
import io.praetor.rollout.statistics.Slope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The last 200 observations of each kind about one version: episodes, reviews, rewards, changes of
 * coherence, accuracy and calibration.
 *
 * <p>Each kind has its own window, so that a pause of one (nobody reviews) neither empties nor
 * dilutes what is known of it; how old that is, is told by {@code Staleness}. Adding is O(1),
 * reading O(window), and history is never scanned again. Not thread-safe.
 */
public final class EvidenceWindow {
    /** K of the design: 200 matured episodes. */
    public static final int CAPACITY = 200;

    /** A clause of this potency or more makes its episode a high-potency one. */
    public static final double POTENCY_HIGH = .7;

    /** Marks packed into one number per observation; small integers are exact as doubles. */
    private static final int MARKED = 1;

    private static final int HIGH_POTENCY = 2;
    private static final int CLUSTER_UNIT = 4;

    /** The window as a value: of each kind the observations, oldest first. */
    public record State(
            List<Double> episodes,
            List<Double> reviews,
            List<Double> rewards,
            List<Double> coherence,
            List<Double> accuracy,
            List<Double> calibration,
            GrowthBlocks.State growth) {
        public static final State EMPTY =
                new State(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        GrowthBlocks.State.EMPTY);
    }

    private final Codebook codebook;
    private final Ring episodes;
    private final Ring reviews;
    private final Ring rewards;
    private final Ring coherence;
    private final Ring accuracy;
    private final Ring calibration;
    private final GrowthBlocks growth;

    public EvidenceWindow(Codebook codebook, State state) {
        this.codebook = codebook;
        episodes = Ring.of(CAPACITY, state.episodes());
        reviews = Ring.of(CAPACITY, state.reviews());
        rewards = Ring.of(CAPACITY, state.rewards());
        coherence = Ring.of(CAPACITY, state.coherence());
        accuracy = Ring.of(CAPACITY, state.accuracy());
        calibration = Ring.of(CAPACITY, state.calibration());
        growth = new GrowthBlocks(state.growth());
    }

    public EvidenceWindow(Codebook codebook) {
        this(codebook, State.EMPTY);
    }

    /** Takes in a matured outcome. */
    public void add(Episode episode, Outcome outcome) {
        int high = episode.potency() >= POTENCY_HIGH ? HIGH_POTENCY : 0;
        int flagged = outcome.flags().isEmpty() ? 0 : MARKED;
        episodes.add(codebook.indexOf(episode.cluster()) * CLUSTER_UNIT + high + flagged);
        if (outcome.oversight().reviewed()) {
            reviews.add(high + (outcome.oversight().overriddenByHuman() ? MARKED : 0));
        }
        outcome.reward().ifPresent(this::addReward);
        outcome.deltas().coherence().ifPresent(coherence::add);
        outcome.deltas().accuracy().ifPresent(accuracy::add);
        outcome.deltas().calibration().ifPresent(calibration::add);
    }

    private void addReward(double reward) {
        rewards.add(reward);
        growth.add(reward);
    }

    /** Whether as many episodes matured as the score is meant for. */
    public boolean isFull() {
        return episodes.size() == CAPACITY;
    }

    public Moments rewards() {
        return moments(rewards);
    }

    Moments coherence() {
        return moments(coherence);
    }

    /** Of max(0, change of coherence). */
    Moments positiveCoherence() {
        Moments[] sum = {Moments.NONE};
        coherence.forEach(value -> sum[0] = sum[0].plus(Math.max(0, value)));
        return sum[0];
    }

    public Moments accuracy() {
        return moments(accuracy);
    }

    public Moments calibration() {
        return moments(calibration);
    }

    Optional<Slope> growth() {
        return growth.slope();
    }

    Tally tally() {
        int[] clusters = new int[codebook.size()];
        Tally.Marks all = new Tally.Marks();
        Tally.Marks highPotency = new Tally.Marks();
        episodes.forEach(
                packed -> {
                    int marks = (int) packed;
                    clusters[marks / CLUSTER_UNIT]++;
                    boolean flagged = (marks & MARKED) != 0;
                    all.episode(flagged);
                    if ((marks & HIGH_POTENCY) != 0) {
                        highPotency.episode(flagged);
                    }
                });
        reviews.forEach(
                packed -> {
                    int marks = (int) packed;
                    boolean overridden = (marks & MARKED) != 0;
                    all.review(overridden);
                    if ((marks & HIGH_POTENCY) != 0) {
                        highPotency.review(overridden);
                    }
                });
        return new Tally(
                Arrays.stream(clusters).boxed().toList(), all.oversight(), highPotency.oversight());
    }

    public State state() {
        return new State(
                episodes.values(),
                reviews.values(),
                rewards.values(),
                coherence.values(),
                accuracy.values(),
                calibration.values(),
                growth.state());
    }

    private static Moments moments(Ring ring) {
        Moments[] sum = {Moments.NONE};
        ring.forEach(value -> sum[0] = sum[0].plus(value));
        return sum[0];
    }
}
