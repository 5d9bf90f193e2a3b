package io.praetor.governance;

import java.util.Optional;

/**
 * An episode with its outcome, where that is in.
 *
 * @param sequence of the episode, which pages go by
 */
public record EpisodeView(
        long sequence, RecordedEpisode episode, Optional<RecordedOutcome> outcome) {}
