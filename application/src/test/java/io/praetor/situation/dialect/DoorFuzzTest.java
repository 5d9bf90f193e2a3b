package io.praetor.situation.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.praetor.situation.Admission;
import io.praetor.situation.Dialect;
import io.praetor.situation.Refusal;
import io.praetor.situation.Situation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Requests mangled at random: the door answers each, and never with an exception. */
class DoorFuzzTest {
    private static final long SEED = 20260721;
    private static final int REQUESTS = 20_000;
    private static final Pattern PRINTABLE = Pattern.compile("[^\\x00-\\x1f\u200b\u202e]+");
    private static final Pattern CLEAN = Pattern.compile("[^\\x00-\\x1f\u200b\u202e\uff41]+");
    private static final List<String> TOKENS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    "\"",
                    ":",
                    ",",
                    "null",
                    "true",
                    "NaN",
                    "1e999",
                    "-0.0",
                    "9007199254740993",
                    "\"\"",
                    "{}",
                    "[]",
                    "\\ud800",
                    "\\u0000",
                    "%2e%2e/",
                    "\u200b",
                    "\u202e",
                    "\uff41",
                    "\"role\":",
                    "\"action_type\":",
                    "\\");

    private final SituationReader door = new SituationReader();
    private final Random random = new Random(SEED);
    private final List<String> requests =
            GoldenFiles.cases("triples.json").stream()
                    .flatMap(triple -> List.of("flat", "r6", "authzen").stream().map(triple::get))
                    .map(JsonNode::toString)
                    .toList();

    @Test
    void everyRequestIsAdmittedOrRefusedWithReasons() {
        int admitted = 0;
        for (int i = 0; i < REQUESTS; i++) {
            byte[] request = mangled(requests.get(random.nextInt(requests.size())));
            switch (door.read(request, Instant.EPOCH)) {
                case Admission.Admitted sound -> {
                    admitted++;
                    checkSound(sound.situation(), i);
                }
                case Admission.Refused refused -> checkReasons(refused.refusals(), i);
            }
        }
        assertThat(admitted).as("seed %d", SEED).isBetween(REQUESTS / 100, REQUESTS * 9 / 10);
    }

    private static void checkReasons(List<Refusal> refusals, int i) {
        boolean isPrintable =
                refusals.stream()
                        .map(Refusal::toString)
                        .allMatch(reason -> PRINTABLE.matcher(reason).matches());
        if (refusals.isEmpty() || !isPrintable) {
            fail("seed %d, request %d: %s", SEED, i, refusals);
        }
    }

    /** Whatever came in, a situation holds only what it may, and reads back equal. */
    private void checkSound(Situation situation, int i) {
        boolean isClean = CLEAN.matcher(situation.actor().id()).matches();
        Admission again = door.read(FlatDialect.write(situation).values(), Instant.EPOCH);
        if (!isClean || !again.equals(new Admission.Admitted(situation, Dialect.FLAT))) {
            fail("seed %d, request %d: %s became %s", SEED, i, situation, again);
        }
    }

    private byte[] mangled(String request) {
        String text = request;
        for (int i = random.nextInt(3); i >= 0; i--) {
            text = mangledOnce(text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private String mangledOnce(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(12));
        String token = TOKENS.get(random.nextInt(TOKENS.size()));
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, from);
            case 1 -> text.substring(0, from) + text.substring(to);
            case 2 -> text.substring(0, from) + token + text.substring(from);
            case 3 -> text.substring(0, from) + text.substring(from, to) + text.substring(from);
            case 4 -> swapped(text, token);
            default -> new String(letters(random.nextInt(40)), StandardCharsets.ISO_8859_1);
        };
    }

    /** One value of the request replaced by another kind of value. */
    private String swapped(String text, String token) {
        int[] colons =
                IntStream.range(0, text.length()).filter(i -> text.charAt(i) == ':').toArray();
        if (colons.length == 0) {
            return token;
        }
        int colon = colons[random.nextInt(colons.length)];
        int end = colon + 1;
        while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, colon + 1) + token + text.substring(end);
    }

    private byte[] letters(int length) {
        byte[] letters = new byte[length];
        random.nextBytes(letters);
        return Arrays.copyOf(letters, length);
    }
}
