package io.praetor.adapters.llamacpp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Models of Phi-3's architecture with random weights, some hundred tokens and two layers: they know
 * nothing, and compute as large ones do.
 */
final class TinyModel {
    static final List<String> LABELS =
            List.of("allow", "deny", "require_attestation", "require_mfa");

    /** As Phi-4-mini's builds its marks. */
    static final String TEMPLATE =
            "{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content']"
                    + " + '<|end|>' }}{% endfor %}{{ '<|assistant|>' }}";

    private static final List<String> MARKS =
            List.of("<|endoftext|>", "<|system|>", "<|user|>", "<|assistant|>", "<|end|>");
    private static final List<String> WORDS =
            List.of("allow", "deny", "require", "_mfa", "_attest", "ation", "the", "is");

    private static final int WIDTH = 64;
    private static final int QKV = 128;
    private static final int INNER = 128;
    private static final int LAYERS = 2;
    private static final int CONTEXT = 2048;

    private final Random random;

    private TinyModel(long seed) {
        random = new Random(seed);
    }

    /** Where the tests find the library: the folder that `./praetor fetch llama` fills. */
    static Path library() {
        String home = Optional.ofNullable(System.getenv("PRAETOR_HOME")).orElse("../.praetor");
        return Path.of(home, "llama");
    }

    static LlamaSettings settings(Path model) {
        return new LlamaSettings(library(), model, Optional.empty(), List.of(), 0, 0, 1, 16, true);
    }

    /** A clock that stands still. */
    static LongSupplier standing() {
        return () -> 0L;
    }

    static Path write(Path file, long seed) {
        return write(file, seed, TEMPLATE, 1);
    }

    /**
     * @param norm what each number is multiplied by before the last layer; NaN spoils the model
     */
    static Path write(Path file, long seed, String template, float norm) {
        var model = new TinyModel(seed);
        List<String> merges = new ArrayList<>();
        List<String> tokens = tokens(merges);
        Gguf gguf = new Gguf();
        head(gguf, template);
        vocabulary(gguf, tokens, merges);
        model.weights(gguf, tokens.size(), norm);
        return gguf.write(file);
    }

    private static void head(Gguf gguf, String template) {
        gguf.text("general.architecture", "phi3")
                .text("general.name", "tiny random")
                .number("general.file_type", 0)
                .number("phi3.context_length", CONTEXT)
                .number("phi3.rope.scaling.original_context_length", CONTEXT)
                .number("phi3.embedding_length", WIDTH)
                .number("phi3.feed_forward_length", INNER)
                .number("phi3.block_count", LAYERS)
                .number("phi3.attention.head_count", 4)
                .number("phi3.attention.head_count_kv", 2)
                .real("phi3.attention.layer_norm_rms_epsilon", 1e-5)
                .number("phi3.rope.dimension_count", 12)
                .real("phi3.rope.freq_base", 10000)
                .real("phi3.rope.scaling.attn_factor", 1)
                .number("phi3.attention.sliding_window", 262144)
                .text("tokenizer.chat_template", template);
    }

    private static void vocabulary(Gguf gguf, List<String> tokens, List<String> merges) {
        int end = tokens.indexOf("<|end|>");
        gguf.text("tokenizer.ggml.model", "gpt2")
                .text("tokenizer.ggml.pre", "gpt-4o")
                .texts("tokenizer.ggml.tokens", tokens)
                .numbers(
                        "tokenizer.ggml.token_type",
                        tokens.stream().map(token -> MARKS.contains(token) ? 3 : 1).toList())
                .texts("tokenizer.ggml.merges", merges)
                .number("tokenizer.ggml.bos_token_id", tokens.indexOf("<|endoftext|>"))
                .number("tokenizer.ggml.eos_token_id", end)
                .number("tokenizer.ggml.padding_token_id", end)
                .truth("tokenizer.ggml.add_bos_token", false);
    }

    /** Bytes in GPT-2's alphabet, then words built up letter by letter, then the marks. */
    private static List<String> tokens(List<String> merges) {
        Set<String> tokens = new LinkedHashSet<>();
        int beyond = 256;
        for (int value = 0; value < 256; value++) {
            boolean itself =
                    (value > 32 && value < 127) || (value > 160 && value < 256 && value != 173);
            tokens.add(String.valueOf((char) (itself ? value : beyond++)));
        }
        for (String word : WORDS) {
            for (int length = 1; length < word.length(); length++) {
                String merged = word.substring(0, length + 1);
                if (tokens.add(merged)) {
                    merges.add(word.substring(0, length) + " " + word.charAt(length));
                }
            }
        }
        tokens.addAll(MARKS);
        return List.copyOf(tokens);
    }

    private void weights(Gguf gguf, int tokens, float norm) {
        gguf.tensor("token_embd.weight", drawn(WIDTH * tokens, .2), WIDTH, tokens)
                .tensor("output_norm.weight", filled(WIDTH, norm), WIDTH)
                .tensor("rope_factors_long.weight", filled(6, 1), 6)
                .tensor("rope_factors_short.weight", filled(6, 1), 6);
        for (int layer = 0; layer < LAYERS; layer++) {
            String block = "blk." + layer;
            gguf.tensor(block + ".attn_norm.weight", filled(WIDTH, 1), WIDTH)
                    .tensor(block + ".attn_qkv.weight", drawn(WIDTH * QKV, .1), WIDTH, QKV)
                    .tensor(block + ".attn_output.weight", drawn(WIDTH * WIDTH, .1), WIDTH, WIDTH)
                    .tensor(block + ".ffn_norm.weight", filled(WIDTH, 1), WIDTH)
                    .tensor(block + ".ffn_up.weight", drawn(WIDTH * 256, .1), WIDTH, 2 * INNER)
                    .tensor(block + ".ffn_down.weight", drawn(INNER * WIDTH, .1), INNER, WIDTH);
        }
    }

    /** A LoRA adapter that changes what the first layer attends to. */
    static Path writeAdapter(Path file, String architecture) {
        var model = new TinyModel(77);
        return new Gguf()
                .text("general.type", "adapter")
                .text("general.architecture", architecture)
                .text("adapter.type", "lora")
                .real("adapter.lora.alpha", 4)
                .tensor("blk.0.attn_output.weight.lora_a", model.drawn(WIDTH * 4, 1), WIDTH, 4)
                .tensor("blk.0.attn_output.weight.lora_b", model.drawn(WIDTH * 4, 1), 4, WIDTH)
                .write(file);
    }

    private float[] drawn(int count, double deviation) {
        float[] values = new float[count];
        for (int index = 0; index < count; index++) {
            values[index] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }

    private static float[] filled(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }
}
