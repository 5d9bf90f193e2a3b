package io.praetor.patterns.features;

import io.praetor.patterns.Shingles;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts texts into shingles: each word, and each pair of neighbours, of each text by itself. */
final class ShingleReader {
    private static final long FIRST = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long[] hashes = new long[64];
    private int size;
    private long kind;

    /**
     * @param part which text it is: the same words elsewhere are other shingles
     */
    void read(String part, String text) {
        kind = hash(part);
        long word = FIRST;
        long before = 0;
        boolean inWord = false;
        boolean wasDigit = false;
        for (int i = 0; i <= text.length(); i++) {
            int letter = i < text.length() ? Character.toLowerCase(text.charAt(i)) : ' ';
            boolean isDigit = letter >= '0' && letter <= '9';
            if (Character.isLetterOrDigit(letter)) {
                // a number is a number, whichever it is
                word = isDigit && wasDigit ? word : (word ^ (isDigit ? '#' : letter)) * PRIME;
                inWord = true;
            } else if (inWord) {
                add(word, before);
                before = word;
                word = FIRST;
                inWord = false;
            }
            wasDigit = isDigit;
        }
    }

    /** What every value of a JSON object says in words. */
    void readAll(String part, @Nullable Object value) {
        if (value instanceof String text) {
            read(part, text);
        } else if (value instanceof java.util.Map<?, ?> map) {
            map.forEach((key, inner) -> readAll(part + "." + key, inner));
        } else if (value instanceof java.util.List<?> list) {
            list.forEach(inner -> readAll(part, inner));
        }
    }

    Shingles shingles() {
        return size == 0 ? Shingles.NONE : Shingles.of(Arrays.copyOf(hashes, size));
    }

    private void add(long word, long before) {
        put(mixed(word ^ kind));
        if (before != 0) {
            put(mixed((word ^ kind) * PRIME + Long.rotateLeft(before, 31)));
        }
    }

    private void put(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash;
    }

    private static long hash(String text) {
        long hash = FIRST;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * GOLDEN;
        return mixed ^ (mixed >>> 29);
    }
}
