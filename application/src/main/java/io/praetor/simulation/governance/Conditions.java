package io.praetor.simulation.governance;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a run meets.
 *
 * @param blocksClusters whether the family is configured to block a version where its alarm is
 *     local
 */
record Conditions(Course course, Mix mix, Reviews reviews, boolean blocksClusters) {
    static Conditions of(Course course) {
        return new Conditions(course, Mix.STEADY, Reviews.PROMPT, false);
    }

    static Conditions healthyUnder(Mix mix, Reviews reviews) {
        return new Conditions(Course.healthy(), mix, reviews, false);
    }

    /** What is asked for, by place. */
    enum Mix {
        STEADY,
        /** From the change on the rarest place is the most frequent, and so on. */
        REVERSED;

        private static final List<Double> SHARES =
                World.PLACES.stream().map(World.Place::share).toList();

        /**
         * @param position in [0, 1)
         */
        int place(int episode, double position) {
            List<Double> shares =
                    switch (this) {
                        case STEADY -> SHARES;
                        case REVERSED -> episode < World.CHANGE ? SHARES : SHARES.reversed();
                    };
            double sum = 0;
            for (int place = 0; place < shares.size() - 1; place++) {
                sum += shares.get(place);
                if (position < sum) {
                    return place;
                }
            }
            return shares.size() - 1;
        }
    }

    /** When people look. */
    enum Reviews {
        PROMPT,
        /** For a thousand episodes from the change on nobody looks at all. */
        OUTAGE,
        /** From the change on outcomes take some hundreds of episodes to mature. */
        LATE;

        /** Episodes until an outcome matures: hours. */
        static final int PROMPT_MAX = 10;

        static final int LATE_MIN = 300;
        static final int LATE_MAX = 900;

        static final int OUTAGE_EPISODES = 1_000;

        boolean areMade(int episode) {
            int since = episode - World.CHANGE;
            return switch (this) {
                case PROMPT, LATE -> true;
                case OUTAGE -> since < 0 || since >= OUTAGE_EPISODES;
            };
        }

        int delay(int episode, RandomGenerator random) {
            boolean late = this == LATE && episode >= World.CHANGE;
            return late
                    ? random.nextInt(LATE_MIN, LATE_MAX + 1)
                    : random.nextInt(1, PROMPT_MAX + 1);
        }
    }
}
