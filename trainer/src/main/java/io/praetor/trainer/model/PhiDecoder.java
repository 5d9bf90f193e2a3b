package io.praetor.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;

/**
 * The forward pass as llama.cpp computes it for {@code phi3}: RMS norms, fused projections, grouped
 * queries, rotation of the first part of each head in halves, gated SiLU, tied output.
 *
 * <p>Shorter sequences of a batch are padded behind their end, where nothing that counts looks.
 */
public final class PhiDecoder {
    /** Stands for minus infinity, whose gradient would not be a number. */
    private static final float HIDDEN = -1e9f;

    private final PhiWeights weights;
    private final PhiShape shape;

    public PhiDecoder(PhiWeights weights) {
        this.weights = weights;
        shape = weights.shape();
    }

    /**
     * What comes next, at some positions.
     *
     * @param tokens [batch, length]
     * @param positions indices into the flattened tokens
     * @return [positions, vocabulary]
     */
    public NDArray logits(NDManager step, NDArray tokens, NDArray positions) {
        NDArray hidden = hidden(step, tokens).reshape(-1, shape.embedding());
        NDArray picked = rows(positions, hidden);
        return picked.matMul(weights.get("token_embd.weight").transpose());
    }

    private NDArray hidden(NDManager step, NDArray tokens) {
        Positions positions = Positions.of(step, (int) tokens.getShape().get(1), shape);
        NDArray stream = rows(tokens, weights.get("token_embd.weight"));
        for (int block = 0; block < shape.blocks(); block++) {
            String prefix = "blk." + block + ".";
            NDArray attended =
                    attention(prefix, norm(stream, prefix + "attn_norm.weight"), positions);
            stream = stream.add(attended);
            stream = stream.add(feedForward(prefix, norm(stream, prefix + "ffn_norm.weight")));
        }
        return norm(stream, "output_norm.weight");
    }

    /** Inputs of the step stand on the left: what comes of it belongs to the step's manager. */
    private static NDArray rows(NDArray indices, NDArray table) {
        return indices.getNDArrayInternal()
                .embedding(indices, table, SparseFormat.DENSE)
                .singletonOrThrow();
    }

    private NDArray norm(NDArray stream, String name) {
        NDArray square = stream.mul(stream).mean(new int[] {-1}, true);
        return stream.div(square.add(PhiShape.RMS_EPSILON).sqrt()).mul(weights.get(name));
    }

    private NDArray linear(NDArray input, String name) {
        return input.matMul(weights.get(name).transpose());
    }

    private NDArray attention(String prefix, NDArray input, Positions positions) {
        long batch = input.getShape().get(0);
        long length = input.getShape().get(1);
        long head = shape.headSize();
        long kvWidth = shape.kvHeads() * head;
        NDList parts =
                linear(input, prefix + "attn_qkv.weight")
                        .split(new long[] {shape.embedding(), shape.embedding() + kvWidth}, 2);
        NDArray queries = rotated(heads(parts.get(0), shape.heads()), positions);
        NDArray keys = rotated(heads(parts.get(1), shape.kvHeads()), positions);
        NDArray values = heads(parts.get(2), shape.kvHeads());
        // Queries that share a head of keys stand below each other.
        long grouped = shape.heads() / shape.kvHeads() * length;
        NDArray scores =
                queries.reshape(batch, shape.kvHeads(), grouped, head)
                        .matMul(keys.swapAxes(2, 3))
                        .mul(1 / Math.sqrt((double) head))
                        .reshape(batch, shape.heads(), length, length)
                        .add(positions.mask());
        NDArray mixed =
                scores.softmax(-1)
                        .reshape(batch, shape.kvHeads(), grouped, length)
                        .matMul(values)
                        .reshape(batch, shape.heads(), length, head)
                        .transpose(0, 2, 1, 3)
                        .reshape(batch, length, shape.embedding());
        return linear(mixed, prefix + "attn_output.weight");
    }

    /** [batch, length, heads x size] to [batch, heads, length, size]. */
    private NDArray heads(NDArray fused, int heads) {
        Shape now = fused.getShape();
        return fused.reshape(now.get(0), now.get(1), heads, shape.headSize()).transpose(0, 2, 1, 3);
    }

    private NDArray rotated(NDArray heads, Positions positions) {
        long half = shape.rotary() / 2;
        NDList parts = heads.split(new long[] {half, 2 * half}, 3);
        NDArray first = parts.get(0);
        NDArray second = parts.get(1);
        NDArray turnedFirst = first.mul(positions.cos()).sub(second.mul(positions.sin()));
        NDArray turnedSecond = second.mul(positions.cos()).add(first.mul(positions.sin()));
        return NDArrays.concat(new NDList(turnedFirst, turnedSecond, parts.get(2)), 3);
    }

    private NDArray feedForward(String prefix, NDArray input) {
        NDList gateAndUp =
                linear(input, prefix + "ffn_up.weight").split(new long[] {shape.feedForward()}, 2);
        NDArray gate = gateAndUp.get(0);
        NDArray opened = gate.mul(gate.getNDArrayInternal().sigmoid()).mul(gateAndUp.get(1));
        return linear(opened, prefix + "ffn_down.weight");
    }

    /**
     * What depends on positions only.
     *
     * @param mask [length, length], 0 where a position may look
     */
    private record Positions(NDArray cos, NDArray sin, NDArray mask) {
        static Positions of(NDManager step, int length, PhiShape shape) {
            int half = shape.rotary() / 2;
            float[] cos = new float[length * half];
            float[] sin = new float[length * half];
            float[] mask = new float[length * length];
            for (int position = 0; position < length; position++) {
                for (int i = 0; i < half; i++) {
                    double angle =
                            position * Math.pow(PhiShape.ROTARY_BASE, -2.0 * i / shape.rotary());
                    cos[position * half + i] = (float) Math.cos(angle);
                    sin[position * half + i] = (float) Math.sin(angle);
                }
                for (int later = position + 1; later < length; later++) {
                    mask[position * length + later] = HIDDEN;
                }
            }
            return new Positions(
                    step.create(cos, new Shape(length, half)),
                    step.create(sin, new Shape(length, half)),
                    step.create(mask, new Shape(length, length)));
        }
    }
}
