package io.praetor.trainer.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.trainer.gguf.GgufContent.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufWriterTest {
    @TempDir private Path folder;

    @Test
    void everythingComesBack() throws Exception {
        Path file = folder.resolve("a.gguf");
        GgufWriter.write(
                file,
                keys(),
                List.of(
                        new GgufTensor("a", new long[] {2, 3}, GgufTensor.Type.F32, numbers(6)),
                        new GgufTensor("b", new long[] {5}, GgufTensor.Type.F16, numbers(5)),
                        new GgufTensor("c", new long[] {1}, GgufTensor.Type.F32, numbers(1))));
        GgufContent content = GgufContent.read(Files.readAllBytes(file));
        assertThat(content.keys())
                .containsExactly(
                        Map.entry("text", "Grüße <|end|>"),
                        Map.entry("number", 4096),
                        Map.entry("real", 1e-5f),
                        Map.entry("truth", false),
                        Map.entry("texts", List.of("a b", "Ġc", "")),
                        Map.entry("integers", List.of(1, 3, -1)));
        assertThat(content.tensors())
                .containsExactly(
                        Map.entry("a", new Tensor(List.of(3L, 2L), 0, list(numbers(6)))),
                        Map.entry("b", new Tensor(List.of(5L), 1, list(numbers(5)))),
                        Map.entry("c", new Tensor(List.of(1L), 0, list(numbers(1)))));
        assertThat(Files.size(file) % 32).isZero();
    }

    @Test
    void theSameContentGivesTheSameBytes() throws Exception {
        var tensors = List.of(new GgufTensor("a", new long[] {2}, GgufTensor.Type.F32, numbers(2)));
        GgufWriter.write(folder.resolve("1"), keys(), tensors);
        GgufWriter.write(folder.resolve("2"), keys(), tensors);
        assertThat(folder.resolve("1")).hasSameBinaryContentAs(folder.resolve("2"));
    }

    @Test
    void aTensorHasAsManyNumbersAsItsShapeSays() {
        assertThatThrownBy(
                        () ->
                                new GgufTensor(
                                        "a", new long[] {2, 3}, GgufTensor.Type.F32, numbers(5)))
                .hasMessageContaining("`a` of shape [2, 3] has 5 numbers");
    }

    private static Map<String, GgufValue> keys() {
        Map<String, GgufValue> keys = new LinkedHashMap<>();
        keys.put("text", new GgufValue.Text("Grüße <|end|>"));
        keys.put("number", new GgufValue.Unsigned(4096));
        keys.put("real", new GgufValue.Real(1e-5f));
        keys.put("truth", new GgufValue.Truth(false));
        keys.put("texts", new GgufValue.Texts(List.of("a b", "Ġc", "")));
        keys.put("integers", new GgufValue.Integers(List.of(1, 3, -1)));
        return keys;
    }

    /** Multiples of a quarter are the same in half precision. */
    private static float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i / 4f - 1;
        }
        return numbers;
    }

    private static List<Float> list(float[] numbers) {
        List<Float> list = new ArrayList<>();
        for (float number : numbers) {
            list.add(number);
        }
        return list;
    }
}
