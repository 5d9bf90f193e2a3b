package io.praetor.log;

import java.util.Base64;
import java.util.List;

/**
 * A tree head as it is handed to others, in the text format of C2SP tlog-checkpoint.
 *
 * @param origin names the log
 * @param size number of records
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final int LINES = 3;

    public Checkpoint {
        if (origin.isEmpty() || origin.contains("\n") || size < 0) {
            throw new IllegalArgumentException("a checkpoint has an origin and a size");
        }
    }

    /** Three lines: origin, size in decimal, root in base64. */
    public String text() {
        return "%s\n%d\n%s\n"
                .formatted(origin, size, Base64.getEncoder().encodeToString(root.toBytes()));
    }

    /**
     * Reads the text of a checkpoint; further lines are extensions and are passed over.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Checkpoint ofText(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < LINES || !lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException(
                    "a checkpoint has three lines: origin, size, root in base64");
        }
        try {
            return new Checkpoint(
                    lines.get(0),
                    Long.parseLong(lines.get(1)),
                    Hash.of(Base64.getDecoder().decode(lines.get(2))));
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException(
                    "the third line of a checkpoint is a root in base64: " + broken.getMessage(),
                    broken);
        }
    }
}
