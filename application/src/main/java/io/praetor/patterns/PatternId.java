package io.praetor.patterns;

/** The id of a pattern: lower-case hex of a hash over what it matches and answers. */
public record PatternId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
