package io.praetor.trainer.gguf;

import io.praetor.trainer.model.PhiShape;
import io.praetor.trainer.text.Vocabulary;
import io.praetor.trainer.text.Vocabulary.Control;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A decoder of Phi-3's architecture as a GGUF file.
 *
 * @param name never one that names Phi: llama.cpp then guesses another vocabulary
 * @param description what the model is, and what it is not
 */
public record PhiFile(String name, String description, PhiShape shape, Vocabulary vocabulary) {
    /** Phi-4-mini's: turns without line breaks between them. */
    private static final String CHAT_TEMPLATE =
            "{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content']"
                    + " + '<|end|>' }}{% endfor %}{% if add_generation_prompt %}"
                    + "{{ '<|assistant|>' }}{% else %}{{ eos_token }}{% endif %}";

    /** Not 0, which no file of this architecture has; llama.cpp does not slide. */
    private static final int SLIDING_WINDOW = 262_144;

    private static final int NORMAL = 1;
    private static final int CONTROL = 3;
    private static final int FILE_F32 = 0;
    private static final int FILE_F16 = 1;

    /**
     * @param values by the names of {@link PhiShape#tensors()}
     * @param matrices how matrices are stored; vectors are always whole
     */
    public void write(Path file, Map<String, float[]> values, GgufTensor.Type matrices) {
        List<GgufTensor> tensors = new ArrayList<>();
        shape.tensors()
                .forEach(
                        (tensor, dimensions) -> {
                            float[] numbers = values.get(tensor);
                            if (numbers == null) {
                                throw new IllegalArgumentException("no tensor `" + tensor + "`");
                            }
                            GgufTensor.Type type =
                                    dimensions.length > 1 ? matrices : GgufTensor.Type.F32;
                            tensors.add(new GgufTensor(tensor, dimensions, type, numbers));
                        });
        float[] factors = new float[shape.rotary() / 2];
        Arrays.fill(factors, 1);
        long[] factorShape = {factors.length};
        for (String reach : List.of("long", "short")) {
            tensors.add(
                    new GgufTensor(
                            "rope_factors_%s.weight".formatted(reach),
                            factorShape,
                            GgufTensor.Type.F32,
                            factors));
        }
        GgufWriter.write(file, keys(matrices), tensors);
    }

    private Map<String, GgufValue> keys(GgufTensor.Type matrices) {
        Map<String, GgufValue> keys = new LinkedHashMap<>();
        keys.put("general.architecture", new GgufValue.Text("phi3"));
        keys.put("general.type", new GgufValue.Text("model"));
        keys.put("general.name", new GgufValue.Text(name));
        keys.put("general.description", new GgufValue.Text(description));
        keys.put("general.license", new GgufValue.Text("apache-2.0"));
        keys.put(
                "general.file_type",
                new GgufValue.Unsigned(matrices == GgufTensor.Type.F32 ? FILE_F32 : FILE_F16));
        keys.put("phi3.context_length", new GgufValue.Unsigned(shape.context()));
        keys.put(
                "phi3.rope.scaling.original_context_length",
                new GgufValue.Unsigned(shape.context()));
        keys.put("phi3.embedding_length", new GgufValue.Unsigned(shape.embedding()));
        keys.put("phi3.feed_forward_length", new GgufValue.Unsigned(shape.feedForward()));
        keys.put("phi3.block_count", new GgufValue.Unsigned(shape.blocks()));
        keys.put("phi3.attention.head_count", new GgufValue.Unsigned(shape.heads()));
        keys.put("phi3.attention.head_count_kv", new GgufValue.Unsigned(shape.kvHeads()));
        keys.put("phi3.attention.layer_norm_rms_epsilon", new GgufValue.Real(PhiShape.RMS_EPSILON));
        keys.put("phi3.attention.sliding_window", new GgufValue.Unsigned(SLIDING_WINDOW));
        keys.put("phi3.rope.dimension_count", new GgufValue.Unsigned(shape.rotary()));
        keys.put("phi3.rope.freq_base", new GgufValue.Real(PhiShape.ROTARY_BASE));
        keys.put("phi3.rope.scaling.attn_factor", new GgufValue.Real(1));
        keys.putAll(tokenizer());
        return keys;
    }

    private Map<String, GgufValue> tokenizer() {
        List<String> tokens = vocabulary.tokens();
        int plain = tokens.size() - Control.values().length;
        List<Integer> types = new ArrayList<>();
        for (int id = 0; id < tokens.size(); id++) {
            types.add(id < plain ? NORMAL : CONTROL);
        }
        int endOfText = vocabulary.id(Control.END_OF_TEXT);
        Map<String, GgufValue> keys = new LinkedHashMap<>();
        keys.put("tokenizer.ggml.model", new GgufValue.Text("gpt2"));
        keys.put("tokenizer.ggml.pre", new GgufValue.Text("gpt-4o"));
        keys.put("tokenizer.ggml.tokens", new GgufValue.Texts(tokens));
        keys.put("tokenizer.ggml.token_type", new GgufValue.Integers(types));
        keys.put(
                "tokenizer.ggml.merges",
                new GgufValue.Texts(
                        vocabulary.merges().stream()
                                .map(merge -> merge.left() + " " + merge.right())
                                .toList()));
        keys.put("tokenizer.ggml.bos_token_id", new GgufValue.Unsigned(endOfText));
        keys.put("tokenizer.ggml.eos_token_id", new GgufValue.Unsigned(endOfText));
        keys.put("tokenizer.ggml.padding_token_id", new GgufValue.Unsigned(endOfText));
        keys.put("tokenizer.ggml.add_bos_token", new GgufValue.Truth(false));
        keys.put("tokenizer.chat_template", new GgufValue.Text(CHAT_TEMPLATE));
        return keys;
    }
}
