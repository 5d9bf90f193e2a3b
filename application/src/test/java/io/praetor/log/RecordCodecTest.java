package io.praetor.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogEntry.ErasureRecord;
import io.praetor.log.LogEntry.ImportedRecord;
import io.praetor.log.LogEntry.RefusalRecord;
import io.praetor.log.RecordBody.Personal;
import io.praetor.policy.Effect;
import io.praetor.situation.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is written reads back equal, in one form only, and hides what it should. */
class RecordCodecTest {
    private static final Salt SALT = new Salt("00112233445566778899aabbccddeeff");

    private static void checkRoundTrip(LogEntry entry) {
        EncodedRecord encoded = RecordCodec.encode(entry, SALT);
        assertThat(RecordCodec.decode(encoded)).isEqualTo(entry);
        checkCanonical(encoded.body().open());
        encoded.body()
                .personal()
                .ifPresent(
                        personal -> {
                            checkCanonical(personal.account());
                            personal.situation().ifPresent(RecordCodecTest::checkCanonical);
                            assertThat(encoded.body().digests()).isEqualTo(personal.digests());
                        });
    }

    private static void checkCanonical(CanonicalJson json) {
        Object tree = JsonMapper.shared().readValue(json.toBytes(), Object.class);
        assertThat(CanonicalJson.of(tree)).isEqualTo(json);
    }

    @Test
    void decisionsReadBackEqual() {
        long seed = 3;
        LogSamples samples = new LogSamples(new SplittableRandom(seed));
        for (int round = 0; round < 500; round++) {
            checkRoundTrip(samples.record());
        }
    }

    @Test
    void everyOtherKindReadsBackEqual() {
        RecordId id = new RecordId("0190a000-0000-7000-8000-000000000001");
        checkRoundTrip(
                new RefusalRecord(
                        id,
                        LogSamples.START,
                        2,
                        List.of(
                                new Refusal("t3_tensor.competence", "is not a number"),
                                new Refusal("", "is larger than 65536 bytes"))));
        checkRoundTrip(
                new ErasureRecord(
                        id, LogSamples.START, List.of(id), "GDPR art. 17", "user:olivia"));
        checkRoundTrip(
                new ImportedRecord(
                        new RecordId("dec_2026-02-02T0805_7941fb52"),
                        LogSamples.START,
                        Optional.of(Effect.ALLOW),
                        Map.of("decision", "Allow", "decision_correct", 1.0),
                        Map.of("situation", "{ \"a\" : 1 }")));
    }

    @Test
    void theOpenBodyNamesNobody() {
        LogSamples samples = new LogSamples(new SplittableRandom(4));
        for (EncodedRecord record : samples.encoded(200)) {
            assertThat(record.body().open().toString())
                    .doesNotContain("user:", "olivia", "hot fix", "trust .66");
        }
    }

    @Test
    void anErasedRecordKeepsItsBodyAndLosesItsParticulars() {
        DecisionRecord whole = new LogSamples(new SplittableRandom(5)).record();
        EncodedRecord record = RecordCodec.encode(whole, SALT);
        EncodedRecord erased =
                new EncodedRecord(
                        record.id(),
                        record.at(),
                        record.kind(),
                        record.version(),
                        new RecordBody(record.body().open(), Optional.empty()));
        Hash before = Hash.ZERO;
        assertThat(ChainedRecord.hashOf(7, erased, erased.body().open().hash(), before))
                .isEqualTo(ChainedRecord.hashOf(7, record, record.body().open().hash(), before));
        assertThat(((DecisionRecord) RecordCodec.decode(erased)).particulars()).isEmpty();
        assertThat(erased.body().digests()).isEqualTo(record.body().digests());
    }

    @Test
    void theSameTextUnderAnotherSaltHasAnotherDigest() {
        Personal one = personal(SALT);
        Personal other = personal(new Salt("ff".repeat(16)));
        for (Part part : Part.values()) {
            assertThat(one.digests().get(part)).isNotEqualTo(other.digests().get(part));
        }
    }

    private static Personal personal(Salt salt) {
        CanonicalJson empty = CanonicalJson.of(Map.of());
        return new Personal(salt, empty, Optional.of("user:ann"), Optional.of(empty));
    }

    @Test
    void instantsAreKeptToTheMicrosecond() {
        DecisionRecord record = new LogSamples(new SplittableRandom(6)).record();
        EncodedRecord encoded = RecordCodec.encode(record, SALT);
        assertThat(Micros.instant(Micros.of(encoded.at()))).isEqualTo(LogSamples.START);
        assertThat(Micros.instant(-1)).isEqualTo("1969-12-31T23:59:59.999999Z");
        assertThat(Micros.of(Micros.instant(-1))).isEqualTo(-1);
    }

    @Test
    void aBodyOfAnotherShapeIsNamed() {
        checkUnreadable("[]", "record: `` is not an object");
        checkUnreadable("{}", "record: `policy` is not an object");
        checkUnreadable("{\"policy\":{}}", "record: `latency` is not an object");
        checkUnreadable(
                "{\"latency\":{},\"policy\":{},\"stage\":7}", "record: `stage` is not a text");
        checkUnreadable("{", "record is not JSON: ");
    }

    private static void checkUnreadable(String body, String message) {
        EncodedRecord record =
                new EncodedRecord(
                        new RecordId("a"),
                        LogSamples.START,
                        RecordKind.DECISION,
                        "v",
                        new RecordBody(
                                CanonicalJson.stored(
                                        body.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                                Optional.empty()));
        assertThatThrownBy(() -> RecordCodec.decode(record))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
