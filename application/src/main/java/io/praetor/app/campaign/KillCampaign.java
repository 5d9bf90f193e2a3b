package io.praetor.app.campaign;

import io.praetor.app.Wiring;
import io.praetor.app.campaign.Outcome.Tally;
import io.praetor.app.campaign.ServingProcess.NotServing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Kills a serving process at random instants, starts it again on the log it left, and looks up
 * everything that clients saw released. Runs once; not thread-safe.
 */
public final class KillCampaign {
    /** One kill in so many comes while the process starts and the log recovers. */
    private static final int STARTING_ONE_IN = 8;

    private static final Duration STARTING_MAX = Duration.ofMillis(800);
    private static final Duration ASKING_MAX = Duration.ofMillis(800);

    /** Then a new log: checking the whole of one log after each kill grows with its length. */
    private static final int KILLS_PER_LOG = 20;

    private final Plan plan;
    private final SplittableRandom random;
    private final Map<Tally, Long> counts = new EnumMap<>(Tally.class);
    private final List<String> losses = new ArrayList<>();
    private int kills;

    /**
     * @param instants how many times to kill
     * @param installation where the shipped files are
     * @param folder takes the logs; a log that lost nothing is deleted
     * @param settings of the server: what the environment would say
     */
    public record Plan(
            int instants, long seed, Path installation, Path folder, Map<String, String> settings) {
        public Plan {
            settings = Map.copyOf(settings);
        }
    }

    public KillCampaign(Plan plan) {
        this.plan = plan;
        this.random = new SplittableRandom(plan.seed());
    }

    /**
     * Kills until the plan is done or something is lost; what was lost stays in the folder.
     *
     * @param progress is told how many were killed so far
     */
    public Outcome run(IntConsumer progress) {
        long started = System.nanoTime();
        try (Callers callers = new Callers()) {
            while (kills < plan.instants() && losses.isEmpty()) {
                Path data = plan.folder().resolve("log-%03d".formatted(kills));
                campaign(data, callers, progress);
            }
        } catch (NotServing failed) {
            losses.add(String.valueOf(failed.getMessage()));
        }
        return new Outcome(kills, counts, losses, Duration.ofNanos(System.nanoTime() - started));
    }

    /** The life of one log. */
    private void campaign(Path data, Callers callers, IntConsumer progress) throws NotServing {
        create(data);
        Ledger ledger = new Ledger(data.resolve(Wiring.LOG_FILE));
        int last = Math.min(plan.instants(), kills + KILLS_PER_LOG);
        while (kills < last && losses.isEmpty()) {
            kill(data, ledger, callers);
            progress.accept(++kills);
        }
        if (losses.isEmpty()) {
            end(data, ledger);
        }
        count(Tally.RECORDS, ledger.records());
        if (losses.isEmpty()) {
            delete(data);
        }
    }

    private void kill(Path data, Ledger ledger, Callers callers) throws NotServing {
        try (ServingProcess server = start(data)) {
            if (kills % STARTING_ONE_IN == STARTING_ONE_IN - 1) {
                pause(STARTING_MAX);
                server.kill();
                count(Tally.KILLED_WHILE_STARTING, 1);
                return;
            }
            String url = server.url();
            losses.addAll(ledger.losses());
            Callers.Asking asking = callers.start(url);
            if (!asking.isAnswered()) {
                losses.add("the server answers nobody on the log it was left");
            }
            pause(ASKING_MAX);
            server.kill();
            asking.answers().forEach(answer -> note(answer.seen(), ledger));
        }
    }

    /** Starts once more on what the last kill left, and lets the server end in good order. */
    private void end(Path data, Ledger ledger) throws NotServing {
        try (ServingProcess server = start(data)) {
            server.url();
            losses.addAll(ledger.losses());
            server.stop();
            losses.addAll(ledger.losses());
        }
    }

    private ServingProcess start(Path data) {
        Map<String, String> settings = new HashMap<>(plan.settings());
        settings.put("PRAETOR_HOME", data.toAbsolutePath().toString());
        settings.put("PRAETOR_SERVER_PORT", "0");
        return ServingProcess.start(plan.installation(), data, settings);
    }

    private void pause(Duration max) {
        long until = System.nanoTime() + random.nextLong(max.toNanos());
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void note(List<Seen> seen, Ledger ledger) {
        ledger.add(seen);
        for (Seen each : seen) {
            switch (each) {
                case Seen.Decided _ -> count(Tally.DECISIONS, 1);
                case Seen.Refused _ -> count(Tally.REFUSALS, 1);
                case Seen.Unrecorded _ -> count(Tally.DENIED_UNRECORDED, 1);
                case Seen.Nothing _ -> count(Tally.BUSY, 1);
            }
        }
    }

    private void count(Tally tally, long more) {
        counts.merge(tally, more, Long::sum);
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
