package io.praetor.app;

import io.praetor.adapters.memory.SlidingCounters;
import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.app.config.Config;
import io.praetor.decision.ConfidenceFloors;
import io.praetor.decision.Judge;
import io.praetor.decision.PolicyDecisionPoint;
import io.praetor.decision.PolicyDecisionPoint.Origin;
import io.praetor.decision.TimeOrderedIds;
import io.praetor.log.ChainedRecorder;
import io.praetor.policy.CounterRule;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.library.PolicyLibrary;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The whole assembly, top to bottom. Closing it commits what waits and releases the log. */
public final class Wiring implements AutoCloseable {
    /** The file of the decision log in the data folder. */
    public static final Path LOG_FILE = Path.of("decisions.db");

    /** The folder of every policy version that decided, in the data folder. */
    public static final Path POLICY_FOLDER = Path.of("policies");

    private final ActivePolicies policies;
    private final SqliteDecisionLog log;
    private final ChainedRecorder recorder;
    private final PolicyDecisionPoint decisions;

    private Wiring(
            ActivePolicies policies,
            SqliteDecisionLog log,
            ChainedRecorder recorder,
            PolicyDecisionPoint decisions) {
        this.policies = policies;
        this.log = log;
        this.recorder = recorder;
        this.decisions = decisions;
    }

    /**
     * Everything that decides and records, on the system's clock and secure randomness.
     *
     * @throws BadInput where a policy is refused
     */
    public static Wiring open(Config config) {
        PolicyFiles files = new PolicyFiles(config.policy());
        List<PolicySource> sources = files.read();
        PolicyLibrary library = new Policies().require(sources);
        new PolicyArchive(config.data().resolve(POLICY_FOLDER)).keep(library, sources);
        InstantSource clock = InstantSource.system();
        SecureRandom random = new SecureRandom();
        TimeOrderedIds ids = new TimeOrderedIds(clock, random);

        ActivePolicies policies = new ActivePolicies(library);
        SqliteDecisionLog log =
                SqliteDecisionLog.open(
                        config.data().resolve(LOG_FILE),
                        config.log().durability(),
                        "praetor/" + ids.get());
        ChainedRecorder recorder =
                ChainedRecorder.open(
                        log,
                        new ChainedRecorder.Settings(
                                config.log().limits(), clock, random, Optional.empty()));
        PolicyDecisionPoint decisions =
                new PolicyDecisionPoint(
                        policies,
                        new Judge(ConfidenceFloors.DEFAULT, System::nanoTime),
                        counters(library, log, clock),
                        recorder,
                        new Origin(ids, clock, config.log().onFailure()));
        return new Wiring(policies, log, recorder, decisions);
    }

    private static SlidingCounters counters(
            PolicyLibrary library, SqliteDecisionLog log, InstantSource clock) {
        SlidingCounters counters = new SlidingCounters(clock);
        List<CounterRule> rules =
                library.all().stream().map(PolicySet::counters).flatMap(List::stream).toList();
        if (!rules.isEmpty()) {
            long size = log.tallies().records();
            new CounterRecovery(rules, clock.instant()).fill(counters, log, size);
        }
        return counters;
    }

    public ActivePolicies policies() {
        return policies;
    }

    public SqliteDecisionLog log() {
        return log;
    }

    public ChainedRecorder recorder() {
        return recorder;
    }

    public PolicyDecisionPoint decisions() {
        return decisions;
    }

    @Override
    public void close() {
        recorder.close();
        log.close();
    }
}
