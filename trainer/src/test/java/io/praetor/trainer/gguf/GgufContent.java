package io.praetor.trainer.gguf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in a GGUF file, read by its description and not by the writer. */
record GgufContent(Map<String, Object> keys, Map<String, Tensor> tensors) {
    /** Dimensions as the file has them: inputs first. */
    record Tensor(List<Long> dimensions, int type, List<Float> values) {}

    private record Entry(String name, List<Long> dimensions, int type, long offset) {}

    static GgufContent read(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (in.getInt() != 0x46554747 || in.getInt() != 3) {
            throw new IllegalArgumentException("no GGUF of version 3");
        }
        long tensors = in.getLong();
        long count = in.getLong();
        Map<String, Object> keys = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            keys.put(text(in), value(in, in.getInt()));
        }
        List<Entry> infos = new ArrayList<>();
        for (long i = 0; i < tensors; i++) {
            String name = text(in);
            Long[] dimensions = new Long[in.getInt()];
            Arrays.setAll(dimensions, _ -> in.getLong());
            infos.add(new Entry(name, List.of(dimensions), in.getInt(), in.getLong()));
        }
        int data = (in.position() + 31) / 32 * 32;
        Map<String, Tensor> read = new LinkedHashMap<>();
        infos.forEach(info -> read.put(info.name(), tensor(in, data, info)));
        return new GgufContent(keys, read);
    }

    private static Tensor tensor(ByteBuffer in, int data, Entry info) {
        if (info.offset() % 32 != 0) {
            throw new IllegalArgumentException(info.name() + " does not stand in steps of 32");
        }
        in.position(data + (int) info.offset());
        int size = info.dimensions().stream().mapToInt(Long::intValue).reduce(1, (a, b) -> a * b);
        List<Float> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(info.type() == 0 ? in.getFloat() : Float.float16ToFloat(in.getShort()));
        }
        return new Tensor(info.dimensions(), info.type(), values);
    }

    private static Object value(ByteBuffer in, int type) {
        return switch (type) {
            case 4, 5 -> in.getInt();
            case 6 -> in.getFloat();
            case 7 -> in.get() == 1;
            case 8 -> text(in);
            case 9 -> {
                int element = in.getInt();
                List<Object> values = new ArrayList<>();
                for (long left = in.getLong(); left > 0; left--) {
                    values.add(value(in, element));
                }
                yield values;
            }
            default -> throw new IllegalArgumentException("type " + type);
        };
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[(int) in.getLong()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
