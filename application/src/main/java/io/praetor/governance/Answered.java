package io.praetor.governance;

/**
 * The answer to a request that carried an idempotency key, so that sending it again changes
 * nothing.
 *
 * @param key the caller's own
 * @param fingerprint of the request; another request under the same key is refused
 * @param changed whether {@code number} is the sequence of a change, or the number of a refusal
 */
public record Answered(String key, String fingerprint, boolean changed, long number) {
    /** Numbered by the store, with the refusal it answers. */
    public Answered refused(long refusal) {
        return new Answered(key, fingerprint, false, refusal);
    }
}
