package io.praetor.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * A record at its place in the log.
 *
 * @param sequence from 0, without gaps
 * @param hash what {@link #hashOf} gives for it behind its predecessor
 */
public record ChainedRecord(long sequence, EncodedRecord record, Hash hash) {
    private static final byte[] RECORD_DOMAIN = "praetor.log.record.v1".getBytes(UTF_8);
    private static final byte[] GENESIS_DOMAIN = "praetor.log.genesis.v1".getBytes(UTF_8);
    private static final byte[] END = {0};

    /** What stands before the first record of the log that {@code origin} names. */
    public static Hash genesis(String origin) {
        return Hash.over(GENESIS_DOMAIN, END, origin.getBytes(UTF_8));
    }

    /**
     * The chain hash: SHA-256 over {@code "praetor.log.record.v1" 00}, sequence and microseconds as
     * 8 bytes each, id, kind and version as 4 bytes of length and UTF-8, the hash of the open body,
     * the previous hash. Numbers are big-endian.
     */
    public static Hash hashOf(long sequence, EncodedRecord record, Hash bodyHash, Hash previous) {
        byte[] id = record.id().value().getBytes(UTF_8);
        byte[] kind = record.kind().label().getBytes(UTF_8);
        byte[] version = record.version().getBytes(UTF_8);
        int texts = id.length + kind.length + version.length + 3 * Integer.BYTES;
        ByteBuffer covered = ByteBuffer.allocate(2 * Long.BYTES + texts);
        covered.putLong(sequence).putLong(Micros.of(record.at()));
        covered.putInt(id.length).put(id);
        covered.putInt(kind.length).put(kind);
        covered.putInt(version.length).put(version);
        return Hash.over(
                RECORD_DOMAIN, END, covered.array(), bodyHash.toBytes(), previous.toBytes());
    }

    /** Whether this record is what the chain says behind {@code previous}. */
    boolean follows(Hash previous) {
        return hash.equals(hashOf(sequence, record, record.body().open().hash(), previous));
    }

    /** The leaf of the Merkle tree. */
    Hash leaf() {
        return Merkle.leaf(hash.toBytes());
    }
}
