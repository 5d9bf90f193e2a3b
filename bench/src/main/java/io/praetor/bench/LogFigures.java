package io.praetor.bench;

import io.praetor.adapters.memory.SlidingCounters;
import io.praetor.adapters.sqlite.Durability;
import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.bench.Figure.Unit;
import io.praetor.bench.contender.PraetorRules;
import io.praetor.decision.ActingVersion;
import io.praetor.decision.ConfidenceFloors;
import io.praetor.decision.Judge;
import io.praetor.decision.PolicyDecisionPoint;
import io.praetor.decision.Recording.Recorded;
import io.praetor.decision.RecordingFailure;
import io.praetor.decision.TimeOrderedIds;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.LogVerifier;
import io.praetor.log.RecorderLimits;
import io.praetor.log.Verification;
import io.praetor.situation.Situation;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Decisions into the chained log on this machine's disk, and the whole log verified.
 *
 * @param work folder for the logs of this run
 * @param records of the longest part
 */
record LogFigures(Path work, int records) {
    private static final String WHO = "Praetor";
    private static final int MANY = 64;

    /** A caller waits for the disk each time: fewer show as much. */
    private static final int SLOWER = 20;

    List<Figure> measure() {
        List<Figure> figures = new ArrayList<>();
        for (Durability durability : Durability.values()) {
            int most = durability == Durability.PROCESS ? records : records / SLOWER;
            measure(durability, most, figures);
        }
        return figures;
    }

    private void measure(Durability durability, int most, List<Figure> figures) {
        String under = " under `%s`".formatted(durability.name().toLowerCase(Locale.ROOT));
        Path file = work.resolve(durability.name() + ".db");
        try (SqliteDecisionLog log = SqliteDecisionLog.open(file, durability, "praetor/bench");
                ChainedRecorder recorder = recorder(log)) {
            PolicyDecisionPoint decisions = decisions(recorder);
            decide(decisions, 1, most / SLOWER);
            long[] alone = decide(decisions, 1, most / SLOWER);
            figures.add(
                    new Figure(
                            "decided and recorded for one caller, p50" + under,
                            WHO,
                            alone[alone.length / 2] / 1e3,
                            Unit.MICROS));
            long started = System.nanoTime();
            decide(decisions, MANY, most);
            figures.add(
                    new Figure(
                            "decided and recorded for %d callers".formatted(MANY) + under,
                            WHO,
                            most / seconds(started),
                            Unit.PER_SECOND));
            started = System.nanoTime();
            verify(log);
            figures.add(
                    new Figure(
                            "records verified" + under,
                            WHO,
                            log.tallies().records() / seconds(started),
                            Unit.PER_SECOND));
        }
    }

    private static void verify(SqliteDecisionLog log) {
        Verification verified = new LogVerifier(log, log).verify(List.of(), _ -> {});
        if (!verified.isSound()) {
            throw new IllegalStateException(verified.findings().toString());
        }
    }

    private static double seconds(long startedNanos) {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    private static ChainedRecorder recorder(SqliteDecisionLog log) {
        return ChainedRecorder.open(
                log,
                new ChainedRecorder.Settings(
                        RecorderLimits.DEFAULT,
                        InstantSource.system(),
                        new SecureRandom(),
                        Optional.empty()));
    }

    private static PolicyDecisionPoint decisions(ChainedRecorder recorder) {
        InstantSource clock = InstantSource.system();
        ActingVersion version = ActingVersion.ofRules("bench", PraetorRules.ten().engine());
        return new PolicyDecisionPoint(
                _ -> version,
                new Judge(ConfidenceFloors.DEFAULT, System::nanoTime),
                new SlidingCounters(clock),
                recorder,
                new PolicyDecisionPoint.Origin(
                        new TimeOrderedIds(clock, new SecureRandom()),
                        clock,
                        RecordingFailure.DENY));
    }

    /** Decides as many as asked, shared among the callers; nanoseconds of each, ascending. */
    private static long[] decide(PolicyDecisionPoint decisions, int callers, int count) {
        List<Situation> situations = Ask.seeded(256).stream().map(PraetorRules::situation).toList();
        Callable<long[]> job = () -> decide(decisions, situations, count / callers);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> done : threads.invokeAll(Collections.nCopies(callers, job))) {
                all.add(done.get());
            }
            return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("not everything was recorded", e);
        }
    }

    private static long[] decide(
            PolicyDecisionPoint decisions, List<Situation> situations, int count) {
        long[] nanos = new long[count];
        for (int index = 0; index < count; index++) {
            long started = System.nanoTime();
            var released = decisions.decide(situations.get(index % situations.size()));
            nanos[index] = System.nanoTime() - started;
            if (!(released.recording() instanceof Recorded)) {
                throw new IllegalStateException(released.recording().toString());
            }
        }
        return nanos;
    }
}
