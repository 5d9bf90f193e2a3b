package io.praetor.review;

import io.praetor.log.Hash;
import io.praetor.log.RecordId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Draws cases by chance that anybody can check: a hash of seed, purpose and ids is a uniform
 * number. Nothing has to be stored, and nobody can choose.
 */
public final class Draw {
    /** As many bits as a double holds exactly. */
    private static final int BITS = 53;

    private final ReviewSettings settings;

    public Draw(ReviewSettings settings) {
        this.settings = settings;
    }

    /** Whether the case belongs to the random sample that rates are estimated from. */
    public boolean isSampled(RecordId record) {
        return of("sample", record.value()) < settings.sampleShare();
    }

    /** The order within the sample. */
    public double turn(RecordId record) {
        return of("turn", record.value());
    }

    /** Whether two reviewers look at the case. */
    public boolean isSeenTwice(RecordId record) {
        return of("second", record.value()) < settings.secondShare();
    }

    /** Whether this reviewer sees the case before the advice. */
    public boolean isBlind(RecordId record, ReviewerId reviewer) {
        return of("blind", record.value(), reviewer.value()) < settings.blindShare();
    }

    /** Whether the case, its answer being known, tests this reviewer. */
    public boolean isTest(Case looked, ReviewerId reviewer) {
        return looked.expected().isPresent()
                && of("known", looked.id().value(), reviewer.value()) < settings.knownShare();
    }

    private double of(String purpose, String... ids) {
        StringBuilder text = new StringBuilder().append(settings.seed()).append('\n');
        text.append(purpose);
        for (String id : ids) {
            text.append('\n').append(id);
        }
        Hash hash = Hash.over(text.toString().getBytes(StandardCharsets.UTF_8));
        long bits = ByteBuffer.wrap(hash.toBytes()).getLong() >>> (Long.SIZE - BITS);
        return (double) bits / (1L << BITS);
    }
}
