package io.praetor.log;

import java.util.List;

/**
 * A text with signatures, in the format of C2SP signed-note.
 *
 * @param text ends with a line break
 * @param signatures lines without their line breaks
 */
public record SignedNote(String text, List<String> signatures) {
    static final String SIGNATURE = "\u2014 ";

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** Reads a note; a text without a signature block is one without signatures. */
    public static SignedNote of(String note) {
        int block = note.lastIndexOf("\n\n" + SIGNATURE);
        if (block < 0) {
            return new SignedNote(note, List.of());
        }
        List<String> signatures =
                note.substring(block + 2).lines().filter(l -> l.startsWith(SIGNATURE)).toList();
        return new SignedNote(note.substring(0, block + 1), signatures);
    }

    @Override
    public String toString() {
        return signatures.isEmpty() ? text : text + "\n" + String.join("\n", signatures) + "\n";
    }
}
