package io.praetor.trainer.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The dimensions of a decoder of Phi-3's architecture with tied embeddings.
 *
 * @param context how many positions it is made for
 * @param kvHeads a divisor of {@code heads}
 */
public record PhiShape(
        int vocabulary,
        int context,
        int embedding,
        int feedForward,
        int blocks,
        int heads,
        int kvHeads) {
    /** Phi's values. */
    public static final float RMS_EPSILON = 1e-5f;

    public static final float ROTARY_BASE = 10_000;

    /** Share of a head that is rotated: three quarters. */
    private static final int ROTARY_QUARTERS = 3;

    /** Some two million parameters; every row is a multiple of 256, which K-quants need. */
    public static PhiShape demo(int vocabulary) {
        return new PhiShape(vocabulary, 4096, 256, 512, 3, 4, 2);
    }

    public int headSize() {
        return embedding / heads;
    }

    public int rotary() {
        return headSize() * ROTARY_QUARTERS / 4;
    }

    /** Rows of the fused projection: queries, keys, values. */
    public int qkvRows() {
        return embedding + 2 * kvHeads * headSize();
    }

    /** Every trained tensor by its name in GGUF, outputs before inputs; vectors have one number. */
    public Map<String, long[]> tensors() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put("token_embd.weight", new long[] {vocabulary, embedding});
        for (int block = 0; block < blocks; block++) {
            String prefix = "blk." + block + ".";
            shapes.put(prefix + "attn_norm.weight", new long[] {embedding});
            shapes.put(prefix + "attn_qkv.weight", new long[] {qkvRows(), embedding});
            shapes.put(prefix + "attn_output.weight", new long[] {embedding, embedding});
            shapes.put(prefix + "ffn_norm.weight", new long[] {embedding});
            shapes.put(prefix + "ffn_up.weight", new long[] {2L * feedForward, embedding});
            shapes.put(prefix + "ffn_down.weight", new long[] {embedding, feedForward});
        }
        shapes.put("output_norm.weight", new long[] {embedding});
        return shapes;
    }

    /** How many numbers are trained. */
    public long parameters() {
        return tensors().values().stream().mapToLong(PhiShape::product).sum();
    }

    static long product(long[] shape) {
        long product = 1;
        for (long each : shape) {
            product *= each;
        }
        return product;
    }
}
