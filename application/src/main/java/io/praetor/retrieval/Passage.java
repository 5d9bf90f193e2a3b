package io.praetor.retrieval;

/**
 * A text that an answer may cite.
 *
 * @param id unique in its corpus: a clause's id, {@code norm.TEAM.N} or {@code precedent.ID}
 * @param version what the text belongs to: a policy hash, or a review's id
 */
public record Passage(String id, Kind kind, String text, String version) {
    /** What a passage is. */
    public enum Kind {
        CLAUSE,
        NORM,
        PRECEDENT
    }
}
