package io.praetor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A language model of one layer and random weights, as a GGUF file: it says nothing of sense, but
 * it says it through the whole of llama.cpp. Its tokens are bytes, and four marks of turns.
 */
public final class TinyGguf {
    private static final int VOCABULARY = 260;
    private static final int WIDTH = 32;
    private static final int INNER = 64;
    private static final int ALIGNMENT = 32;
    private static final List<String> MARKS =
            List.of("<|end|>", "<|system|>", "<|user|>", "<|assistant|>");
    private static final String TEMPLATE =
            "{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content']"
                    + " + '<|end|>' }}{% endfor %}{{ '<|assistant|>' }}";

    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private int keys;

    private TinyGguf() {}

    /** Writes the model that belongs to a seed. */
    public static Path write(Path file, long seed) {
        TinyGguf gguf = new TinyGguf();
        Map<String, int[]> tensors = tensors();
        gguf.bytes.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(3);
        gguf.bytes.putLong(tensors.size());
        int count = gguf.bytes.position();
        gguf.bytes.putLong(0);
        gguf.describe();
        gguf.bytes.putLong(count, gguf.keys);
        gguf.tensors(tensors, new Random(seed));
        byte[] written = new byte[gguf.bytes.position()];
        gguf.bytes.get(0, written);
        try {
            return Files.write(file, written);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, int[]> tensors() {
        Map<String, int[]> tensors = new LinkedHashMap<>();
        tensors.put("token_embd.weight", new int[] {WIDTH, VOCABULARY});
        tensors.put("blk.0.attn_norm.weight", new int[] {WIDTH});
        for (String name : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
            tensors.put("blk.0." + name + ".weight", new int[] {WIDTH, WIDTH});
        }
        tensors.put("blk.0.ffn_norm.weight", new int[] {WIDTH});
        tensors.put("blk.0.ffn_gate.weight", new int[] {WIDTH, INNER});
        tensors.put("blk.0.ffn_up.weight", new int[] {WIDTH, INNER});
        tensors.put("blk.0.ffn_down.weight", new int[] {INNER, WIDTH});
        tensors.put("output_norm.weight", new int[] {WIDTH});
        tensors.put("output.weight", new int[] {WIDTH, VOCABULARY});
        return tensors;
    }

    private void describe() {
        key("general.architecture", "llama");
        key("general.name", "tiny-random");
        key("llama.context_length", 2048);
        key("llama.embedding_length", WIDTH);
        key("llama.block_count", 1);
        key("llama.feed_forward_length", INNER);
        key("llama.attention.head_count", 2);
        key("llama.attention.head_count_kv", 2);
        key("llama.rope.dimension_count", WIDTH / 2);
        begin("llama.attention.layer_norm_rms_epsilon", 6);
        bytes.putFloat(1e-5f);
        key("tokenizer.ggml.model", "gpt2");
        key("tokenizer.ggml.pre", "gpt-2");
        texts("tokenizer.ggml.tokens", vocabulary());
        types();
        texts("tokenizer.ggml.merges", List.of("a l"));
        key("tokenizer.ggml.bos_token_id", VOCABULARY - 4);
        key("tokenizer.ggml.eos_token_id", VOCABULARY - 4);
        key("tokenizer.chat_template", TEMPLATE);
    }

    /** GPT-2's alphabet: printable bytes stand for themselves, the others follow from 256 on. */
    private static List<String> vocabulary() {
        List<String> tokens = new ArrayList<>();
        int moved = 256;
        for (int value = 0; value < 256; value++) {
            boolean plain =
                    (value >= '!' && value <= '~')
                            || (value >= 0xA1 && value <= 0xAC)
                            || value >= 0xAE;
            tokens.add(String.valueOf((char) (plain ? value : moved++)));
        }
        tokens.addAll(MARKS);
        return tokens;
    }

    private void types() {
        begin("tokenizer.ggml.token_type", 9);
        bytes.putInt(5).putLong(VOCABULARY);
        for (int token = 0; token < VOCABULARY; token++) {
            bytes.putInt(token < 256 ? 1 : 3);
        }
    }

    private void begin(String name, int type) {
        keys++;
        text(name);
        bytes.putInt(type);
    }

    private void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        bytes.putLong(encoded.length).put(encoded);
    }

    private void key(String name, String value) {
        begin(name, 8);
        text(value);
    }

    private void key(String name, int value) {
        begin(name, 4);
        bytes.putInt(value);
    }

    private void texts(String name, List<String> values) {
        begin(name, 9);
        bytes.putInt(8).putLong(values.size());
        values.forEach(this::text);
    }

    private void tensors(Map<String, int[]> tensors, Random random) {
        long offset = 0;
        for (Map.Entry<String, int[]> tensor : tensors.entrySet()) {
            text(tensor.getKey());
            bytes.putInt(tensor.getValue().length);
            long elements = 1;
            for (int extent : tensor.getValue()) {
                bytes.putLong(extent);
                elements *= extent;
            }
            bytes.putInt(0).putLong(offset);
            offset += padded(4 * elements);
        }
        bytes.position((int) padded(bytes.position()));
        for (int[] extents : tensors.values()) {
            int elements = java.util.Arrays.stream(extents).reduce(1, (a, b) -> a * b);
            for (int i = 0; i < elements; i++) {
                bytes.putFloat(extents.length == 1 ? 1 : (float) (random.nextGaussian() / 4));
            }
            bytes.position((int) padded(bytes.position()));
        }
    }

    private static long padded(long size) {
        return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
