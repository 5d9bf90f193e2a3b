package io.praetor.rollout.detection;

/** What is watched for a change. */
public enum Stream {
    /** Human overrides among reviewed episodes. */
    OVERRIDE,
    /** Safety flags among all matured episodes. */
    FLAGS,
    /** Rewards against the level the version was accepted with. */
    REWARD
}
