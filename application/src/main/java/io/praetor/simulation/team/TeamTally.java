package io.praetor.simulation.team;

import io.praetor.policy.Effect;

/** Counts what became of decisions. Not thread-safe. */
final class TeamTally {
    private int ruled;
    private int open;
    private int hits;
    private int right;
    private int allowsOfDenied;
    private int novelHits;

    void settledByRules() {
        ruled++;
    }

    void open(boolean isHit, Effect decided, Effect truth, boolean isNovel) {
        open++;
        if (isHit) {
            hits++;
            right += decided == truth ? 1 : 0;
            allowsOfDenied += decided == Effect.ALLOW && truth == Effect.DENY ? 1 : 0;
            novelHits += isNovel ? 1 : 0;
        }
    }

    TeamFigures.Share share() {
        return new TeamFigures.Share(ruled, open, hits, right, allowsOfDenied, novelHits);
    }
}
