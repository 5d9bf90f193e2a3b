package io.praetor.trainer.text;

import java.nio.charset.StandardCharsets;

/**
 * GPT-2's way to write any byte as one printable character: printable Latin-1 stands for itself,
 * the other 68 bytes for the characters from U+0100 on. GGUF stores tokens and merges in it.
 */
final class ByteAlphabet {
    static final int SIZE = 256;

    private static final char[] CHARACTERS = characters();

    private ByteAlphabet() {}

    private static char[] characters() {
        char[] table = new char[SIZE];
        char next = 0x100;
        for (int value = 0; value < SIZE; value++) {
            boolean isPrintable =
                    (value >= '!' && value <= '~')
                            || (value >= 0xA1 && value <= 0xAC)
                            || value >= 0xAE;
            table[value] = isPrintable ? (char) value : next++;
        }
        return table;
    }

    static String of(int value) {
        return String.valueOf(CHARACTERS[value]);
    }

    static String of(String text) {
        StringBuilder written = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            written.append(CHARACTERS[each & 0xFF]);
        }
        return written.toString();
    }
}
