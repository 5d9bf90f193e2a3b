package io.praetor.adapters.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The tokens of a model. Thread-safe while the model is open. */
final class Vocabulary {
    /** LLAMA_TOKEN_ATTR_UNKNOWN and LLAMA_TOKEN_ATTR_CONTROL: never written by a text. */
    private static final int SPECIAL = 1 | 1 << 3;

    private static final int PIECE_BYTES = 256;

    private final MemorySegment pointer;
    private final NativeFunction tokenize;
    private final NativeFunction pieceOf;
    private final NativeFunction isEnd;
    private final int size;
    private final List<String> specials;

    Vocabulary(LlamaLibrary library, MemorySegment pointer) {
        this.pointer = pointer;
        tokenize =
                library.function(
                        "llama_tokenize",
                        FunctionDescriptor.of(
                                JAVA_INT,
                                ADDRESS,
                                ADDRESS,
                                JAVA_INT,
                                ADDRESS,
                                JAVA_INT,
                                JAVA_BOOLEAN,
                                JAVA_BOOLEAN));
        pieceOf =
                library.function(
                        "llama_token_to_piece",
                        FunctionDescriptor.of(
                                JAVA_INT,
                                ADDRESS,
                                JAVA_INT,
                                ADDRESS,
                                JAVA_INT,
                                JAVA_INT,
                                JAVA_BOOLEAN));
        isEnd =
                library.function(
                        "llama_vocab_is_eog",
                        FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_INT));
        size =
                library.function("llama_vocab_n_tokens", FunctionDescriptor.of(JAVA_INT, ADDRESS))
                        .number(pointer);
        specials = specials(library, pointer, size);
    }

    private static List<String> specials(LlamaLibrary library, MemorySegment pointer, int size) {
        var attributes =
                library.function(
                        "llama_vocab_get_attr", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
        var text =
                library.function(
                        "llama_vocab_get_text", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
        return IntStream.range(0, size)
                .filter(token -> (attributes.number(pointer, token) & SPECIAL) != 0)
                .mapToObj(token -> NativeText.at(text.address(pointer, token)).orElse(""))
                .filter(special -> !special.isEmpty())
                .distinct()
                .toList();
    }

    MemorySegment pointer() {
        return pointer;
    }

    int size() {
        return size;
    }

    /** The texts of tokens that steer a conversation, such as the end of a turn. */
    List<String> specials() {
        return specials;
    }

    /**
     * The tokens of a text.
     *
     * @param begins add what the model wants at the beginning of everything
     * @param marked read the texts of special tokens as those tokens
     */
    List<Integer> tokens(String text, boolean begins, boolean marked) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chars = arena.allocate(bytes.length + 1L);
            MemorySegment.copy(bytes, 0, chars, JAVA_BYTE, 0, bytes.length);
            // A token takes at least one byte, and two more may be added at either end.
            int most = bytes.length + 4;
            MemorySegment found = arena.allocate(JAVA_INT, most);
            int count = tokenize.number(pointer, chars, bytes.length, found, most, begins, marked);
            if (count < 0) {
                throw new IllegalStateException(
                        "%d bytes took %d tokens".formatted(bytes.length, -count));
            }
            List<Integer> tokens = new ArrayList<>(count);
            for (int index = 0; index < count; index++) {
                tokens.add(found.getAtIndex(JAVA_INT, index));
            }
            return tokens;
        }
    }

    /** The bytes that a token writes: none for a special one, and not always whole characters. */
    byte[] bytes(int token) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocate(PIECE_BYTES);
            int length = pieceOf.number(pointer, token, text, PIECE_BYTES, 0, false);
            if (length < 0) {
                text = arena.allocate(-length);
                length = pieceOf.number(pointer, token, text, -length, 0, false);
            }
            return text.asSlice(0, length).toArray(JAVA_BYTE);
        }
    }

    /** Whether a token ends the model's turn. */
    boolean isEnd(int token) {
        return isEnd.truth(pointer, token);
    }
}
