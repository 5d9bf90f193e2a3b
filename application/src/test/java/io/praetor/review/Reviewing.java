package io.praetor.review;

import io.praetor.adapters.memory.MemoryDecisionLog;
import io.praetor.adapters.memory.MemoryReviewStore;
import io.praetor.decision.Path;
import io.praetor.log.ChainedRecord;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.DecisionLogContract;
import io.praetor.log.LogEntry;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogSamples;
import io.praetor.log.Particulars;
import io.praetor.log.RecordId;
import io.praetor.log.Trial;
import io.praetor.policy.Effect;
import io.praetor.review.Submission.Remarks;
import io.praetor.situation.RiskLevel;
import io.praetor.testing.TestSituations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.UUID;

/** A log in memory with people who review it, on a clock that is set by hand. */
public final class Reviewing implements AutoCloseable {
    /** Nothing drawn: no blind cases, no tests, no random places, one reviewer a case. */
    public static final ReviewSettings NO_DRAWS =
            new ReviewSettings(1, 0, 0, 0, 0, 0, Duration.ofMinutes(15), 50);

    public final MemoryDecisionLog log = new MemoryDecisionLog("test");
    public final MemoryReviewStore store = new MemoryReviewStore(log);
    public final List<Review> heard = new ArrayList<>();
    public final CaseBook book = new CaseBook(log, log, store);
    public final Claims claims;
    public final ReviewDesk desk;
    private final LogSamples samples = new LogSamples(new SplittableRandom(3));
    private final ChainedRecorder recorder =
            ChainedRecorder.open(log, DecisionLogContract.settings());
    private Instant now = LogSamples.START;
    private long ids;

    public Reviewing(ReviewSettings settings) {
        InstantSource clock = () -> now;
        claims = new Claims(clock, settings.claimTime());
        desk =
                new ReviewDesk(
                        book,
                        store,
                        claims,
                        new ReviewDesk.Stamp(
                                clock,
                                () -> new ReviewId(new UUID(0x7000, ids++)),
                                new Draw(settings)),
                        List.of(heard::add));
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** A decision to be recorded: certain, by rules, on a low tier, unless told otherwise. */
    public record Facts(
            String actor,
            String action,
            Effect effect,
            RiskLevel tier,
            double confidence,
            Path path,
            Optional<Effect> expected) {
        public static final Facts PLAIN =
                new Facts(
                        "user:zoe",
                        "read",
                        Effect.ALLOW,
                        RiskLevel.LOW,
                        1,
                        Path.RULES,
                        Optional.empty());

        public Facts by(String other) {
            return new Facts(other, action, effect, tier, confidence, path, expected);
        }

        public Facts doing(String other) {
            return new Facts(actor, other, effect, tier, confidence, path, expected);
        }

        public Facts decided(Effect other) {
            return new Facts(actor, action, other, tier, confidence, path, expected);
        }

        public Facts at(RiskLevel other) {
            return new Facts(actor, action, effect, other, confidence, path, expected);
        }

        public Facts sure(double other) {
            return new Facts(actor, action, effect, tier, other, path, expected);
        }

        public Facts through(Path other) {
            return new Facts(actor, action, effect, tier, confidence, other, expected);
        }

        public Facts expecting(Effect other) {
            return new Facts(actor, action, effect, tier, confidence, path, Optional.of(other));
        }
    }

    public RecordId record(Facts facts) {
        DecisionRecord any = samples.record();
        Particulars said = any.particulars().orElseThrow();
        DecisionRecord decided =
                new DecisionRecord(
                        any.id(),
                        any.at(),
                        "v1",
                        any.stage(),
                        any.binding(),
                        any.policy(),
                        facts.effect(),
                        facts.effect(),
                        facts.tier(),
                        facts.action(),
                        facts.path(),
                        any.clauses(),
                        any.rules(),
                        facts.confidence(),
                        any.timing(),
                        any.missing(),
                        facts.expected().map(expected -> trial(expected, facts)),
                        Optional.of(
                                new Particulars(
                                        TestSituations.of(facts.action())
                                                .actor(facts.actor())
                                                .build(),
                                        said.reasons(),
                                        said.obligations(),
                                        io.praetor.decision.Trail.of(said.trail().rules()))));
        return record(decided);
    }

    private static Trial trial(Effect expected, Facts facts) {
        return new Trial(
                expected, expected == facts.effect(), OptionalDouble.empty(), "s1", List.of());
    }

    public RecordId record(LogEntry entry) {
        recorder.record(entry);
        return entry.id();
    }

    public ChainedRecord chained(RecordId id) {
        return log.find(id).orElseThrow();
    }

    public Reception says(String reviewer, RecordId record, Verdict verdict) {
        return desk.submit(new ReviewerId(reviewer), submission(record, verdict, false));
    }

    public Reception revises(String reviewer, RecordId record, Verdict verdict) {
        return desk.submit(new ReviewerId(reviewer), submission(record, verdict, true));
    }

    public Submission submission(RecordId record, Verdict verdict, boolean isRevision) {
        return new Submission(record, chained(record).hash(), verdict, Remarks.NONE, isRevision);
    }

    public static Verdict rather(Effect effect) {
        return new Verdict.Corrected(
                Optional.of(effect),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Verdict reasoning(String text) {
        return new Verdict.Corrected(
                Optional.empty(),
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void close() {
        recorder.close();
    }
}
