package io.praetor.simulation.governance;

import io.praetor.rollout.family.Target;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.simulation.governance.Conditions.Mix;
import io.praetor.simulation.governance.Conditions.Reviews;
import io.praetor.simulation.governance.Figure.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The cases of the design's evidence table in which a version acts, with what each is to reach. */
final class SupervisedCases {
    private SupervisedCases() {}

    static List<Case> worsening() {
        return List.of(
                new Case(
                        "healthy",
                        "nothing happens",
                        Conditions.of(Course.healthy()),
                        SupervisedCases::healthy),
                new Case(
                        "abrupt",
                        "reward falls by .35, overrides rise to 20 %, flags to 2 %",
                        Conditions.of(Course.changingTo(Behaviour.FAILED)),
                        SupervisedCases::abrupt),
                new Case(
                        "drift",
                        "the same, little by little over 1,000 episodes",
                        Conditions.of(Course.drifting()),
                        Detection.median(1, 800)::figures),
                new Case(
                        "silent",
                        "reward falls by .25, and nobody overrides or flags more than before",
                        Conditions.of(Course.changingTo(Behaviour.SILENTLY_WORSE)),
                        Detection.median(.99, 200)::figures),
                new Case(
                        "overrides",
                        "overrides rise from 6 % to 20 %",
                        Conditions.of(Course.changingTo(Behaviour.OVERRIDDEN)),
                        Detection.median(0, 200).latest(400)::figures),
                new Case(
                        "flags",
                        "flags rise from .5 % to 3 %",
                        Conditions.of(Course.changingTo(Behaviour.FLAGGED)),
                        Detection.median(0, 500)::figures),
                new Case(
                        "critical",
                        "one wrong allow",
                        Conditions.of(Course.oneWrongAllow()),
                        SupervisedCases::critical));
    }

    /** The version is as good as ever, and something else looks odd. */
    static List<Case> benign() {
        return List.of(
                new Case(
                        "mix",
                        "the rarest situations become the most frequent, and the version is as good"
                                + " as it was in each",
                        Conditions.healthyUnder(Mix.REVERSED, Reviews.PROMPT),
                        SupervisedCases::unstopped),
                new Case(
                        "outage",
                        "nobody reviews for 1,000 episodes",
                        Conditions.healthyUnder(Mix.STEADY, Reviews.OUTAGE),
                        SupervisedCases::unwatched),
                new Case(
                        "late",
                        "outcomes take %d to %d episodes to mature"
                                .formatted(Reviews.LATE_MIN, Reviews.LATE_MAX),
                        Conditions.healthyUnder(Mix.STEADY, Reviews.LATE),
                        SupervisedCases::unwatched));
    }

    /** One cluster fails as in the abrupt case, the others do not; only it is to be blocked. */
    static List<Case> local() {
        List<Case> cases = new ArrayList<>();
        for (int bad = 0; bad < World.PLACES.size(); bad++) {
            int place = bad;
            World.Place where = World.PLACES.get(place);
            Conditions conditions =
                    new Conditions(Course.failingIn(place), Mix.STEADY, Reviews.PROMPT, true);
            cases.add(
                    new Case(
                            "cluster " + where.cluster(),
                            String.format(
                                    Locale.ROOT,
                                    "fails as in the abrupt case, here only: %.0f %% of episodes",
                                    100 * where.share()),
                            conditions,
                            trials -> local(trials, place)));
        }
        return cases;
    }

    private static List<Figure> healthy(List<Trial> trials) {
        List<Trial> sound = Detection.sound(trials);
        long stopped = trials.stream().filter(trial -> trial.first().isPresent()).count();
        long episodes =
                trials.stream()
                        .mapToLong(
                                trial ->
                                        trial.first()
                                                .map(stop -> (long) stop.episode())
                                                .orElse((long) World.EPISODES))
                        .sum();
        return List.of(
                Measures.perTenThousand(
                        "paused or rolled back falsely, in 10,000 episodes",
                        stopped,
                        episodes,
                        Optional.of(Limit.atMost(.5))),
                Measures.share(
                        "the same in one run's 5,000 episodes after 3,000",
                        sound.stream().filter(trial -> trial.first().isPresent()).count(),
                        sound.size(),
                        Optional.empty()));
    }

    private static List<Figure> abrupt(List<Trial> trials) {
        List<Figure> figures =
                new ArrayList<>(Detection.median(1, 100).latest(150).figures(trials));
        figures.add(
                Measures.mean(
                        "regret, as a share of the unmanaged version's",
                        trials.stream()
                                .map(trial -> trial.regret().managed() / trial.regret().unmanaged())
                                .toList(),
                        Optional.of(Limit.atMost(.05))));
        figures.add(
                Measures.mean(
                        "regret, as a share of always falling back",
                        trials.stream()
                                .map(trial -> trial.regret().managed() / trial.regret().fallback())
                                .toList(),
                        Optional.of(Limit.atMost(1))));
        return figures;
    }

    private static List<Figure> critical(List<Trial> trials) {
        List<Trial> sound = Detection.sound(trials);
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Measures.share(
                        "stopped by the flagged outcome itself",
                        sound.stream().filter(SupervisedCases::isStoppedByTheFlag).count(),
                        sound.size(),
                        Optional.of(Limit.atLeast(1))));
        figures.addAll(Detection.median(1, Reviews.PROMPT_MAX).figures(trials));
        return figures;
    }

    private static boolean isStoppedByTheFlag(Trial trial) {
        return trial.first().filter(stop -> stop.cause() == World.CHANGE).isPresent();
    }

    /** A first alarm only pauses, until a person looks; the design asks about rollbacks. */
    private static List<Figure> unstopped(List<Trial> trials) {
        List<Trial> sound = Detection.sound(trials);
        return List.of(
                Measures.share(
                        "rolled back after the change",
                        sound.stream().filter(SupervisedCases::isRolledBack).count(),
                        sound.size(),
                        Optional.of(Limit.atMost(.01))),
                Measures.share(
                        "paused or rolled back after the change",
                        sound.stream().filter(trial -> trial.first().isPresent()).count(),
                        sound.size(),
                        Optional.empty()));
    }

    private static boolean isRolledBack(Trial trial) {
        return trial.stops().stream().anyMatch(stop -> stop.action() == RolloutAction.ROLLBACK);
    }

    private static List<Figure> unwatched(List<Trial> trials) {
        List<Trial> sound = Detection.sound(trials);
        List<Figure> figures = new ArrayList<>(unstopped(trials));
        figures.add(
                Measures.share(
                        "the owner was warned",
                        sound.stream().filter(Trial::stale).count(),
                        sound.size(),
                        Optional.of(Limit.atLeast(1))));
        return figures;
    }

    private static List<Figure> local(List<Trial> trials, int place) {
        List<Trial> sound = Detection.sound(trials);
        List<Trial> found = sound.stream().filter(trial -> trial.first().isPresent()).toList();
        List<Trial> blocked =
                found.stream().filter(trial -> trial.stops().getFirst().isLocal()).toList();
        List<Double> own =
                sound.stream()
                        .map(
                                trial ->
                                        trial.first().isPresent()
                                                ? (double) trial.seen().get(place)
                                                : Double.POSITIVE_INFINITY)
                        .toList();
        return List.of(
                Measures.share(
                        "stopped after the change",
                        found.size(),
                        sound.size(),
                        Optional.of(Limit.atLeast(.99))),
                Measures.quantile(
                        "median delay, in episodes of the cluster",
                        own,
                        .5,
                        Optional.of(Limit.atMost(250))),
                Measures.quantile(
                        "median delay, in all episodes",
                        Detection.delays(trials),
                        .5,
                        Optional.empty()),
                Measures.share(
                        "stopped whole at first, by the score",
                        found.size() - blocked.size(),
                        found.size(),
                        Optional.empty()),
                Measures.share(
                        "once blocked in a cluster: this one, and nothing else stopped",
                        blocked.stream().filter(trial -> isBlockedOnly(trial, place)).count(),
                        blocked.size(),
                        Optional.of(Limit.atLeast(.99))),
                Figure.counted(
                        "decisions where it was blocked",
                        trials.stream().mapToLong(Trial::trespasses).sum(),
                        Optional.of(Limit.atMost(0))));
    }

    private static boolean isBlockedOnly(Trial trial, int place) {
        Target here = new Target.Local(World.WATCHED, World.PLACES.get(place).cluster());
        return trial.stops().stream().allMatch(stop -> stop.target().equals(here));
    }
}
