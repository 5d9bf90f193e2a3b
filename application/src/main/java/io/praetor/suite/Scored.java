package io.praetor.suite;

/**
 * What a scorecard is about.
 *
 * @param decider what decided, such as {@code rules}
 * @param version the id of the version that acted
 * @param policy its policy set and content hash
 * @param authority whose views counted, such as {@code everything binding}
 * @param measure the name of the coverage measure
 */
public record Scored(
        String decider, String version, String policy, String authority, String measure) {}
