package io.praetor.adapters.llamacpp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A GGUF file, version 3, of F32 tensors, as a test needs one. */
final class Gguf {
    private static final int U32 = 4;
    private static final int I32 = 5;
    private static final int F32 = 6;
    private static final int BOOL = 7;
    private static final int STRING = 8;
    private static final int ARRAY = 9;
    private static final int ALIGNMENT = 32;

    private final Bytes keys = new Bytes();
    private final Bytes tensors = new Bytes();
    private final Bytes data = new Bytes();
    private int keyCount;
    private int tensorCount;

    Gguf number(String key, int value) {
        return key(key, U32, new Bytes().u32(value));
    }

    Gguf real(String key, double value) {
        return key(key, F32, new Bytes().f32((float) value));
    }

    Gguf truth(String key, boolean value) {
        return key(key, BOOL, new Bytes().u8(value ? 1 : 0));
    }

    Gguf text(String key, String value) {
        return key(key, STRING, new Bytes().text(value));
    }

    Gguf texts(String key, List<String> values) {
        Bytes bytes = new Bytes().u32(STRING).u64(values.size());
        values.forEach(bytes::text);
        return key(key, ARRAY, bytes);
    }

    Gguf numbers(String key, List<Integer> values) {
        Bytes bytes = new Bytes().u32(I32).u64(values.size());
        values.forEach(bytes::u32);
        return key(key, ARRAY, bytes);
    }

    private Gguf key(String key, int type, Bytes value) {
        keys.text(key).u32(type).add(value);
        keyCount++;
        return this;
    }

    /**
     * @param shape the length of a row first
     */
    Gguf tensor(String name, float[] values, int... shape) {
        tensors.text(name).u32(shape.length);
        for (int length : shape) {
            tensors.u64(length);
        }
        tensors.u32(0).u64(data.size());
        for (float value : values) {
            data.f32(value);
        }
        data.pad();
        tensorCount++;
        return this;
    }

    Path write(Path file) {
        Bytes whole = new Bytes();
        whole.raw("GGUF".getBytes(StandardCharsets.US_ASCII)).u32(3).u64(tensorCount).u64(keyCount);
        whole.add(keys).add(tensors).pad().add(data);
        try {
            return Files.write(file, whole.out.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        private int size() {
            return out.size();
        }

        private Bytes raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        private Bytes add(Bytes more) {
            return raw(more.out.toByteArray());
        }

        private Bytes u8(int value) {
            out.write(value);
            return this;
        }

        private Bytes u32(int value) {
            return raw(little(Integer.BYTES).putInt(value).array());
        }

        private Bytes u64(long value) {
            return raw(little(Long.BYTES).putLong(value).array());
        }

        private Bytes f32(float value) {
            return raw(little(Float.BYTES).putFloat(value).array());
        }

        private Bytes text(String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            return u64(bytes.length).raw(bytes);
        }

        private Bytes pad() {
            while (out.size() % ALIGNMENT != 0) {
                out.write(0);
            }
            return this;
        }

        private static ByteBuffer little(int length) {
            return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
