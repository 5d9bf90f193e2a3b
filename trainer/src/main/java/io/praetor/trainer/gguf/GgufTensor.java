package io.praetor.trainer.gguf;

import java.util.Arrays;

/** A tensor with its numbers, which whoever holds it leaves as they are. */
public final class GgufTensor {
    private static final int NAME_BYTES_MAX = 63;

    /** How numbers are stored. */
    public enum Type {
        F32(0, 4),
        F16(1, 2);

        private final int number;
        private final int bytes;

        Type(int number, int bytes) {
            this.number = number;
            this.bytes = bytes;
        }

        int number() {
            return number;
        }

        int bytes() {
            return bytes;
        }
    }

    private final String name;
    private final long[] shape;
    private final Type type;
    private final float[] values;

    /**
     * @param name at most 63 bytes
     * @param shape outputs before inputs, as PyTorch has it; the file turns it round
     */
    public GgufTensor(String name, long[] shape, Type type, float[] values) {
        long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        if (name.length() > NAME_BYTES_MAX || size != values.length) {
            throw new IllegalArgumentException(
                    "tensor `%s` of shape %s has %d numbers"
                            .formatted(name, Arrays.toString(shape), values.length));
        }
        this.name = name;
        this.shape = shape;
        this.type = type;
        this.values = values;
    }

    String name() {
        return name;
    }

    long[] shape() {
        return shape;
    }

    Type type() {
        return type;
    }

    float[] values() {
        return values;
    }

    long bytes() {
        return (long) values.length * type.bytes();
    }
}
