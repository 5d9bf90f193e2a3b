package io.praetor.log;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What makes the digests of one record's personal parts unguessable.
 *
 * @param hex 16 random bytes as lower-case hex
 */
public record Salt(String hex) {
    private static final int BYTES = 16;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    public Salt {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("a salt is 32 lower-case hex digits");
        }
    }

    static Salt from(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Salt(HexFormat.of().formatHex(bytes));
    }
}
