package io.praetor.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** RFC 8785, against the examples the RFC and its authors publish. */
class CanonicalJsonTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static String canonical(String json) {
        return CanonicalJson.of(JSON.readValue(json, Object.class)).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersAreThoseOfAppendixB(String bits, String expected) {
        double number = Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(bits));
        assertThat(CanonicalNumber.of(number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbersThatAreNotFiniteAreRefused(double number) {
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("n", number)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JSON has no number " + number);
    }

    @Test
    void everyNumberReadsBackAsItself() {
        long seed = 8785;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 100_000; round++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                String text = CanonicalNumber.of(number);
                assertThat(Double.parseDouble(text) + 0.0)
                        .as("seed %d round %d: %s", seed, round, text)
                        .isEqualTo(number + 0.0);
            }
        }
    }

    @Test
    void theSmallestSubnormalsTakeTheirShortestForm() {
        List<String> texts =
                Arrays.asList(1, 2, 3, 4, 10, 20).stream()
                        .map(bits -> CanonicalNumber.of(Double.longBitsToDouble(bits)))
                        .toList();
        assertThat(texts)
                .containsExactly("5e-324", "1e-323", "1.5e-323", "2e-323", "5e-323", "1e-322");
    }

    @Test
    void theSampleObjectIsThatOfSection32() {
        String sample =
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """;
        String expected =
                """
                7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72
                75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72 73 22 3a
                5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31
                65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37
                5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30
                30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d
                """;
        Object tree = JSON.readValue(sample, Object.class);
        assertThat(HexFormat.ofDelimiter(" ").formatHex(CanonicalJson.of(tree).toBytes()))
                .isEqualTo(expected.strip().replace('\n', ' '));
    }

    @Test
    void membersSortByUtf16CodeUnits() {
        String sample =
                """
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }
                """;
        assertThat(canonical(sample))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                                + "\"\u20ac\":\"Euro Sign\","
                                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void nestedObjectsSortToo() {
        assertThat(
                        canonical(
                                "{\"b\":[{\"z\":1,\"a\":{}},[]],\"\":[],"
                                        + "\"a\":{\"d\":null,\"c\":-0}}"))
                .isEqualTo("{\"\":[],\"a\":{\"c\":0,\"d\":null},\"b\":[{\"a\":{},\"z\":1},[]]}");
    }

    @Test
    void loneSurrogatesAreRefused() {
        for (String text : List.of("\ud800", "a\udc00", "\ude00\ud83d", "\ud83d")) {
            assertThatThrownBy(() -> CanonicalJson.of(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("text is not Unicode: lone surrogate");
        }
    }

    @Test
    void aMemberOutOfOrderStopsTheWriter() {
        CanonicalWriter writer = new CanonicalWriter().open().text("b", "").name("c").open();
        writer.text("a", "").close().text("d", "");
        assertThatThrownBy(() -> writer.text("d", "twice"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("member `d` comes after `d`");
    }

    @Test
    void parsedAgainItIsTheSameTree() {
        long seed = 42;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            Object tree = randomTree(random, 3);
            CanonicalJson once = CanonicalJson.of(tree);
            Object read = JSON.readValue(once.toBytes(), Object.class);
            assertThat(CanonicalJson.of(read)).as("seed %d round %d", seed, round).isEqualTo(once);
        }
    }

    private static @Nullable Object randomTree(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt(-1000, 1000) / (double) random.nextInt(1, 64);
            case 3 -> randomText(random);
            case 4 -> Arrays.asList(randomTree(random, depth - 1), randomTree(random, depth - 1));
            default -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (int member = random.nextInt(5); member > 0; member--) {
                    map.put(randomText(random), randomTree(random, depth - 1));
                }
                yield map;
            }
        };
    }

    private static String randomText(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(6); count > 0; count--) {
            int point = random.nextInt(4) == 0 ? random.nextInt(0x10ffff) : random.nextInt(0x180);
            if (!Character.isSurrogate((char) point) || point > 0xffff) {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }
}
