package io.praetor.app.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.sqlite.Durability;
import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.decision.Recording.Recorded;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.DecisionLogContract;
import io.praetor.log.Hash;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogEntry.RefusalRecord;
import io.praetor.log.LogSamples;
import io.praetor.log.RecordId;
import io.praetor.policy.Effect;
import io.praetor.situation.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign that cannot find a loss proves nothing. */
class LedgerTest {
    private static final RecordId NEVER = new RecordId("never-recorded");

    private final LogSamples samples = new LogSamples(new SplittableRandom(4));

    @TempDir private Path folder;
    private Path file;
    private Ledger ledger;

    @BeforeEach
    void open() {
        file = folder.resolve("decisions.db");
        ledger = new Ledger(file);
    }

    /** Records some decisions and what a client would have seen of them. */
    private List<Seen.Decided> record(int count) {
        List<Seen.Decided> seen = new ArrayList<>();
        try (SqliteDecisionLog log = SqliteDecisionLog.open(file, Durability.PROCESS, "test/kill");
                ChainedRecorder recorder =
                        ChainedRecorder.open(log, DecisionLogContract.settings())) {
            for (int index = 0; index < count; index++) {
                DecisionRecord entry = samples.record();
                Recorded recorded = (Recorded) recorder.record(entry);
                seen.add(
                        new Seen.Decided(
                                entry.id(),
                                entry.effect(),
                                recorded.sequence(),
                                Hash.ofHex(recorded.hash())));
            }
        }
        return seen;
    }

    private void check(Seen seen, String expected) {
        ledger.add(List.of(seen));
        assertThat(ledger.losses()).containsExactly(expected);
    }

    @Test
    void whatIsInTheLogIsNotLost() {
        ledger.add(List.copyOf(record(5)));
        assertThat(ledger.losses()).isEmpty();
        assertThat(ledger.records()).isEqualTo(5);
    }

    @Test
    void aDecisionThatIsNotInTheLogIsLost() {
        Seen.Decided last = record(3).getLast();
        check(
                new Seen.Decided(NEVER, Effect.ALLOW, 3, last.hash()),
                "`never-recorded`, record 3, was released as ALLOW and is not in the log");
    }

    @Test
    void anotherEffectHashOrPlaceIsALoss() {
        Seen.Decided seen = record(3).getLast();
        Effect other = seen.effect() == Effect.DENY ? Effect.ALLOW : Effect.DENY;
        for (Seen.Decided changed :
                List.of(
                        new Seen.Decided(seen.id(), other, seen.sequence(), seen.hash()),
                        new Seen.Decided(seen.id(), seen.effect(), 1, seen.hash()),
                        new Seen.Decided(seen.id(), seen.effect(), seen.sequence(), Hash.ZERO))) {
            check(
                    changed,
                    "`%s` was released as %s, record %d, hash %s; the log has another one"
                            .formatted(
                                    changed.id(),
                                    changed.effect(),
                                    changed.sequence(),
                                    changed.hash()));
        }
    }

    @Test
    void aRefusalIsLookedUpToo() {
        Seen.Decided decided = record(1).getFirst();
        RefusalRecord refusal =
                new RefusalRecord(
                        new RecordId("refused"),
                        LogSamples.START,
                        1,
                        List.of(new Refusal("actor_id", "is missing")));
        try (SqliteDecisionLog log = SqliteDecisionLog.open(file, Durability.PROCESS, "test/kill");
                ChainedRecorder recorder =
                        ChainedRecorder.open(log, DecisionLogContract.settings())) {
            assertThat(recorder.record(refusal)).isInstanceOf(Recorded.class);
        }
        ledger.add(List.of(new Seen.Refused(refusal.id())));
        assertThat(ledger.losses()).isEmpty();
        check(new Seen.Refused(NEVER), "refusal `never-recorded` is not in the log");
        check(
                new Seen.Refused(decided.id()),
                "refusal `%s` is not in the log".formatted(decided.id()));
    }

    @Test
    void onlyADenialMayBeReleasedWithoutARecord() {
        record(1);
        ledger.add(List.of(new Seen.Unrecorded(NEVER, Effect.DENY), new Seen.Nothing(503)));
        assertThat(ledger.losses()).isEmpty();
        check(
                new Seen.Unrecorded(NEVER, Effect.ALLOW),
                "`never-recorded` was released as ALLOW without a record");
    }

    @Test
    void whatWasThereAtTheLastCheckHasToStay() throws IOException {
        record(2);
        Path shorter = Files.copy(file, folder.resolve("shorter.db"));
        record(3);
        assertThat(ledger.losses()).isEmpty();
        Files.move(shorter, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(ledger.losses())
                .containsExactly("record 2: is missing; a head covers 5 records");
    }

    @Test
    void aLogThatIsGoneIsALoss() {
        assertThat(ledger.losses()).containsExactly(file + ": no such log");
    }

    @Test
    void answersAreReadAsClientsReadThem() {
        String decision = "{\"id\":\"a\",\"effect\":\"require_mfa\"%s}";
        String record = ",\"record\":{\"sequence\":7,\"hash\":\"%s\"}".formatted(Hash.ZERO);
        Seen recorded = new Seen.Decided(new RecordId("a"), Effect.REQUIRE_MFA, 7, Hash.ZERO);
        Seen unrecorded = new Seen.Unrecorded(new RecordId("a"), Effect.REQUIRE_MFA);
        check(new Answered(200, decision.formatted(record)), recorded);
        check(
                new Answered(
                        200,
                        "{\"decisions\":[%s,%s]}"
                                .formatted(decision.formatted(record), decision.formatted(""))),
                recorded,
                unrecorded);
        check(
                new Answered(400, "{\"instance\":\"urn:uuid:b\"}"),
                new Seen.Refused(new RecordId("b")));
        check(new Answered(503, ""), new Seen.Nothing(503));
        assertThat(unrecorded.broken()).isNotEqualTo(Optional.empty());
    }

    private static void check(Answered answered, Seen... expected) {
        assertThat(answered.seen()).containsExactly(expected);
    }
}
