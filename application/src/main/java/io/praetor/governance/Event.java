package io.praetor.governance;

import java.time.Instant;

/** What happened in a family, in the order in which it was recorded. */
public sealed interface Event {
    /** Ascending from 1 within a family, without gaps. */
    long sequence();

    RecordedEpisode episode();

    Instant at();

    /** A version decided, advised or shadowed. */
    record Decided(long sequence, RecordedEpisode episode) implements Event {
        @Override
        public Instant at() {
            return episode.at();
        }
    }

    /** The outcome of an episode is in. */
    record Matured(long sequence, RecordedEpisode episode, RecordedOutcome outcome)
            implements Event {
        @Override
        public Instant at() {
            return outcome.at();
        }
    }
}
