package io.praetor.adapters.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a GGUF file says about itself at its beginning.
 *
 * @param name empty where it states none
 * @param quantisation empty where it states none that is known
 */
public record GgufHeader(String name, String quantisation) {
    private static final int MAGIC = 0x46554747;
    private static final int KEYS_MAX = 1000;
    private static final int TEXT_BYTES_MAX = 1 << 20;
    private static final long ITEMS_MAX = 1 << 22;

    /** Numbers of {@code general.file_type}, as llama.cpp 0.5.0 gives them. */
    private static final Map<Long, String> QUANTISATIONS =
            Map.ofEntries(
                    Map.entry(0L, "F32"),
                    Map.entry(1L, "F16"),
                    Map.entry(2L, "Q4_0"),
                    Map.entry(7L, "Q8_0"),
                    Map.entry(12L, "Q3_K_M"),
                    Map.entry(14L, "Q4_K_S"),
                    Map.entry(15L, "Q4_K_M"),
                    Map.entry(16L, "Q5_K_S"),
                    Map.entry(17L, "Q5_K_M"),
                    Map.entry(18L, "Q6_K"),
                    Map.entry(32L, "BF16"));

    /** Empty where the file is no GGUF file, or its header is broken. */
    public static Optional<GgufHeader> of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return new Reading(new DataInputStream(in)).header();
        } catch (java.io.EOFException cut) {
            return Optional.empty();
        }
    }

    /** Little-endian throughout. */
    private record Reading(DataInputStream in) {
        Optional<GgufHeader> header() throws IOException {
            if (u32() != MAGIC || u32() < 2) {
                return Optional.empty();
            }
            in.readLong();
            long keys = u64();
            String name = "";
            String quantisation = "";
            for (long key = 0; key < Math.min(keys, KEYS_MAX); key++) {
                Optional<String> title = text();
                if (title.isEmpty()) {
                    return Optional.empty();
                }
                int type = (int) u32();
                if (title.get().equals("general.name") && type == 8) {
                    name = text().orElse("");
                } else if (title.get().equals("general.file_type") && type == 4) {
                    quantisation = QUANTISATIONS.getOrDefault(u32(), "");
                } else if (!skip(type)) {
                    return Optional.empty();
                }
            }
            return Optional.of(new GgufHeader(name, quantisation));
        }

        private long u32() throws IOException {
            return Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
        }

        private long u64() throws IOException {
            return Long.reverseBytes(in.readLong());
        }

        private Optional<String> text() throws IOException {
            long length = u64();
            if (length < 0 || length > TEXT_BYTES_MAX) {
                return Optional.empty();
            }
            return Optional.of(new String(in.readNBytes((int) length), StandardCharsets.UTF_8));
        }

        /** False where the type is unknown, or the value longer than any real one. */
        private boolean skip(int type) throws IOException {
            if (type == 8) {
                return text().isPresent();
            }
            if (type != 9) {
                return bytes(type) > 0 && skipBytes(bytes(type));
            }
            int inner = (int) u32();
            long items = u64();
            if (items < 0 || items > ITEMS_MAX || inner == 9) {
                return false;
            }
            if (inner != 8) {
                return bytes(inner) > 0 && skipBytes(items * bytes(inner));
            }
            for (long item = 0; item < items; item++) {
                if (text().isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        private boolean skipBytes(long count) throws IOException {
            in.skipNBytes(count);
            return true;
        }

        private static int bytes(int type) {
            return switch (type) {
                case 0, 1, 7 -> 1;
                case 2, 3 -> 2;
                case 4, 5, 6 -> 4;
                case 10, 11, 12 -> 8;
                default -> 0;
            };
        }
    }
}
