package io.praetor.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text in the one form RFC 8785 gives it, as UTF-8 bytes. Two values are equal when their
 * bytes are.
 */
public final class CanonicalJson {
    private final byte[] bytes;

    CanonicalJson(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Writes a tree of String, Number, Boolean, null, List and Map with String keys.
     *
     * @throws IllegalArgumentException for a number that is not finite or a text that is not
     *     Unicode
     */
    public static CanonicalJson of(@Nullable Object tree) {
        CanonicalWriter writer = new CanonicalWriter();
        writer.value(tree);
        return writer.toJson();
    }

    /**
     * Bytes that were canonical when they were stored; only hashing tells whether they still are.
     */
    public static CanonicalJson stored(byte[] bytes) {
        return new CanonicalJson(bytes.clone());
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    /** For hashing and parsing within this package, without a copy. */
    byte[] bytes() {
        return bytes;
    }

    public Hash hash() {
        return Hash.over(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CanonicalJson json && Arrays.equals(bytes, json.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
