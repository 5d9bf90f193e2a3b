package io.praetor.review;

import io.praetor.log.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is at which case. Kept in memory: a restart forgets claims, which costs a second look at
 * most. Thread-safe.
 */
public final class Claims {
    /** More open cases than one person looks at; it keeps one reviewer from taking the queue. */
    public static final int PER_REVIEWER_MAX = 20;

    private final InstantSource clock;
    private final Duration time;
    private final Map<RecordId, Claim> claims = new HashMap<>();

    public Claims(InstantSource clock, Duration time) {
        this.clock = clock;
        this.time = time;
    }

    /** Whose the case is now, if it is anybody's. */
    public synchronized Optional<Claim> of(RecordId record) {
        return Optional.ofNullable(claims.get(record))
                .filter(claim -> claim.until().isAfter(clock.instant()));
    }

    /** Everybody's claims that hold now. */
    public synchronized Map<RecordId, Claim> all() {
        forget();
        return Map.copyOf(claims);
    }

    /**
     * Keeps the case for the reviewer; a claim of their own is renewed, its start stays.
     *
     * @return empty where somebody else has it, or the reviewer has too many
     */
    public synchronized Optional<Claim> take(RecordId record, ReviewerId reviewer) {
        forget();
        Optional<Claim> held = of(record);
        if (held.isPresent() && !held.get().reviewer().equals(reviewer)) {
            return Optional.empty();
        }
        if (held.isEmpty() && countOf(reviewer) >= PER_REVIEWER_MAX) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Claim claim =
                new Claim(
                        record,
                        reviewer,
                        held.map(Claim::since).orElse(now),
                        now.plus(time),
                        held.flatMap(Claim::by));
        claims.put(record, claim);
        return Optional.of(claim);
    }

    /** Gives the case back; false where it was not the reviewer's. */
    public synchronized boolean release(RecordId record, ReviewerId reviewer) {
        boolean isTheirs = of(record).filter(c -> c.reviewer().equals(reviewer)).isPresent();
        return isTheirs && claims.remove(record) != null;
    }

    /**
     * Passes a claimed case on; empty where it was not the reviewer's, or the other has too many.
     */
    public synchronized Optional<Claim> delegate(RecordId record, ReviewerId from, ReviewerId to) {
        forget();
        boolean isTheirs = of(record).filter(c -> c.reviewer().equals(from)).isPresent();
        if (!isTheirs || countOf(to) >= PER_REVIEWER_MAX) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Claim claim = new Claim(record, to, now, now.plus(time), Optional.of(from));
        claims.put(record, claim);
        return Optional.of(claim);
    }

    private long countOf(ReviewerId reviewer) {
        return claims.values().stream().filter(c -> c.reviewer().equals(reviewer)).count();
    }

    private void forget() {
        Instant now = clock.instant();
        claims.values().removeIf(claim -> !claim.until().isAfter(now));
    }
}
