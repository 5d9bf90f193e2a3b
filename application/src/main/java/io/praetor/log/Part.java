package io.praetor.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.praetor.situation.Labels;

/**
 * A personal part of a record. The hashed body holds its salted digest; its clear text lies beside
 * the body and can be deleted, or withheld from an auditor, without breaking the chain.
 */
public enum Part {
    /** Reasons, obligations and what each evaluator said. */
    ACCOUNT,
    /** The id of the actor. */
    ACTOR,
    /** The situation. */
    SITUATION;

    private static final byte[] KEY_DOMAIN = "praetor.log.key.v1".getBytes(UTF_8);
    private static final byte[] PART_DOMAIN = "praetor.log.part.v1".getBytes(UTF_8);
    private static final byte[] END = {0};

    public String label() {
        return Labels.of(this);
    }

    /**
     * What discloses this part alone: {@code SHA-256("praetor.log.key.v1" 00 LABEL 00 SALT)}, so
     * that nobody learns the other parts' keys from it.
     */
    public Hash key(Salt salt) {
        return Hash.over(KEY_DOMAIN, END, label().getBytes(UTF_8), END, salt.hex().getBytes(UTF_8));
    }

    /** {@code SHA-256("praetor.log.part.v1" 00 LABEL 00 KEY TEXT)}, the key as 32 bytes. */
    public Hash digest(Hash key, byte[] text) {
        return Hash.over(PART_DOMAIN, END, label().getBytes(UTF_8), END, key.toBytes(), text);
    }
}
