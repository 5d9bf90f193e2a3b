package io.praetor.policy.library;

/** How a version of a policy stands to the version before it. */
public sealed interface Lineage {
    /** It is the same version: the hashes are equal. */
    record Same() implements Lineage {}

    /** It names the version before as its parent. */
    record Next() implements Lineage {}

    /**
     * It does not follow.
     *
     * @param why a lower-case fragment
     */
    record Broken(String why) implements Lineage {}
}
