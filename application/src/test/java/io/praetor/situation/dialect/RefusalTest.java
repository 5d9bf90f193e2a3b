package io.praetor.situation.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.situation.Admission;
import io.praetor.situation.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RefusalTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-21T12:00:00Z");
    private static final SituationReader DOOR = new SituationReader();

    static List<JsonNode> refusals() {
        return GoldenFiles.cases("refusals.json");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsWrongIsRefusedWithEveryPathAndReason(JsonNode golden) {
        JsonNode request = golden.get("request");
        String text = request.isString() ? request.stringValue() : request.toString();
        String[] expected =
                golden.get("refused")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toArray(String[]::new);

        check(text, expected);
    }

    @Test
    void aTextOfMoreThanItsLimitIsRefused() {
        check(request("x", "é".repeat(8 * 1024)));
        check(request("x", "é".repeat(8 * 1024) + "!"), "x: is longer than 16384 bytes");
        check(
                request("k".repeat(16 * 1024 + 1), "x"),
                "[\"" + "k".repeat(60) + "...\"]: is longer than 16384 bytes");
    }

    @Test
    void aRequestOfMoreThanItsLimitIsRefusedUnread() {
        check("{".repeat(64 * 1024 + 1), "is longer than 65536 bytes");
        check("x".repeat(1024 * 1024), "is longer than 65536 bytes");
    }

    @Test
    void aParsedRequestHasTheSameLimits() {
        Map<String, Object> large = flat();
        IntStream.range(0, 5).forEach(i -> large.put("x" + i, "y".repeat(16 * 1024)));
        Map<String, Object> odd = flat();
        odd.put("a", Double.NaN);
        odd.put("b", List.of(Float.POSITIVE_INFINITY));
        odd.put("c", new Object());
        odd.put("d", Map.of(1, 2));

        check(large, "holds more than 65536 bytes");
        check(
                odd,
                "a: is not a finite number",
                "b[0]: is not a finite number",
                "c: is no JSON value",
                "d: has a key that is not a text");
    }

    @Test
    void nestingHasALimit() {
        check(request("x", 31));
        check(request("x", 32), "x" + "[0]".repeat(31) + ": is nested deeper than 32 levels");
        check(
                "{\"x\":" + "[".repeat(50_000),
                "x" + "[0]".repeat(31) + ": is nested deeper than 32 levels",
                "x" + "[0]".repeat(31) + ": is too long or too deep to be read");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        for (int[] bytes : new int[][] {{0xC3}, {0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xFF}}) {
            byte[] request = request("x", "??").getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < bytes.length; i++) {
                request[request.length - 4 + i] = (byte) bytes[i];
            }
            assertThat(reasons(DOOR.read(request, RECEIVED))).contains("is not valid UTF-8");
        }
    }

    @Test
    void onlyTheFirstRefusalsAreKept() {
        Map<String, Object> request = flat();
        IntStream.range(0, 100).forEach(i -> request.put("x" + i, Double.NaN));

        assertThat(reasons(DOOR.read(request, RECEIVED))).hasSize(20);
    }

    @Test
    void messagesShowNothingInvisible() {
        check(
                "{\"action_type\":\"read\",\"actor_id\":\"user:a\",\"\\u202e`\":1e999}",
                "[\"\\u202e\\u0060\"]: is not a finite number");
    }

    private static Map<String, Object> flat() {
        return new HashMap<>(Map.of("action_type", "read", "actor_id", "user:a"));
    }

    private static String request(String key, String value) {
        return "{\"action_type\":\"read\",\"actor_id\":\"user:a\",\"%s\":\"%s\"}"
                .formatted(key, value);
    }

    private static String request(String key, int depth) {
        String nested = "[".repeat(depth) + "]".repeat(depth);
        return request(key, "@").replace("\"@\"", nested);
    }

    private static void check(String request, String... refused) {
        byte[] utf8 = request.getBytes(StandardCharsets.UTF_8);
        assertThat(reasons(DOOR.read(utf8, RECEIVED))).containsExactly(refused);
    }

    private static void check(Map<String, ? extends @Nullable Object> request, String... refused) {
        assertThat(reasons(DOOR.read(request, RECEIVED))).containsExactlyInAnyOrder(refused);
    }

    private static List<String> reasons(Admission admission) {
        return switch (admission) {
            case Admission.Admitted _ -> new ArrayList<>();
            case Admission.Refused refused ->
                    refused.refusals().stream().map(Refusal::toString).toList();
        };
    }
}
