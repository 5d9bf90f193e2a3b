package io.praetor.trainer.gguf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes GGUF, version 3: little-endian; keys, then tensor infos, then data in steps of 32. */
public final class GgufWriter {
    static final int VERSION = 3;
    static final int ALIGNMENT = 32;
    static final byte[] MAGIC = {'G', 'G', 'U', 'F'};

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();

    private GgufWriter() {}

    /** The same content gives the same bytes. Keys and tensors stand in the order given. */
    public static void write(Path file, Map<String, GgufValue> keys, List<GgufTensor> tensors) {
        GgufWriter writer = new GgufWriter();
        writer.head(keys, tensors);
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.head.writeTo(out);
            long at = writer.head.size();
            for (GgufTensor tensor : tensors) {
                out.write(new byte[(int) (aligned(at) - at)]);
                out.write(data(tensor));
                at = aligned(at) + tensor.bytes();
            }
            out.write(new byte[(int) (aligned(at) - at)]);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void head(Map<String, GgufValue> keys, List<GgufTensor> tensors) {
        head.writeBytes(MAGIC);
        number(VERSION);
        longNumber(tensors.size());
        longNumber(keys.size());
        keys.forEach(
                (key, value) -> {
                    text(key);
                    number(value.type());
                    value(value);
                });
        long offset = 0;
        for (GgufTensor tensor : tensors) {
            text(tensor.name());
            number(tensor.shape().length);
            for (int dimension = tensor.shape().length - 1; dimension >= 0; dimension--) {
                longNumber(tensor.shape()[dimension]);
            }
            number(tensor.type().number());
            longNumber(offset);
            offset = aligned(offset + tensor.bytes());
        }
    }

    private void value(GgufValue value) {
        switch (value) {
            case GgufValue.Unsigned it -> number(it.value());
            case GgufValue.Real it -> number(Float.floatToRawIntBits(it.value()));
            case GgufValue.Truth it -> head.write(it.value() ? 1 : 0);
            case GgufValue.Text it -> text(it.value());
            case GgufValue.Texts it -> {
                number(new GgufValue.Text("").type());
                longNumber(it.values().size());
                it.values().forEach(this::text);
            }
            case GgufValue.Integers it -> {
                number(GgufValue.SIGNED);
                longNumber(it.values().size());
                it.values().forEach(this::number);
            }
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        longNumber(bytes.length);
        head.writeBytes(bytes);
    }

    private void number(int value) {
        byte[] bytes = new byte[Integer.BYTES];
        little(bytes).putInt(value);
        head.writeBytes(bytes);
    }

    private void longNumber(long value) {
        byte[] bytes = new byte[Long.BYTES];
        little(bytes).putLong(value);
        head.writeBytes(bytes);
    }

    private static byte[] data(GgufTensor tensor) {
        byte[] bytes = new byte[(int) tensor.bytes()];
        ByteBuffer buffer = little(bytes);
        for (float value : tensor.values()) {
            switch (tensor.type()) {
                case F32 -> buffer.putFloat(value);
                case F16 -> buffer.putShort(Float.floatToFloat16(value));
            }
        }
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static long aligned(long at) {
        return (at + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
