package io.praetor.app;

import io.praetor.adapters.memory.SlidingCounters;
import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.app.config.Config;
import io.praetor.decision.ActiveVersionSource;
import io.praetor.decision.ConfidenceFloors;
import io.praetor.decision.Judge;
import io.praetor.decision.PolicyDecisionPoint;
import io.praetor.decision.PolicyDecisionPoint.Origin;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.LoggedHistory;
import io.praetor.policy.CounterRule;
import io.praetor.policy.PolicySource;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.review.queue.ReviewBoard;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The whole assembly, top to bottom. Closing it commits what waits and releases the log. */
public final class Wiring implements AutoCloseable {
    /** The file of the decision log in the data folder. */
    public static final Path LOG_FILE = Path.of("decisions.db");

    /** The folder of every policy version that decided, in the data folder. */
    public static final Path POLICY_FOLDER = Path.of("policies");

    private final ActivePolicies policies;
    private final SlidingCounters counters;
    private final Kept kept;
    private final PolicyDecisionPoint decisions;
    private final Advisers advisers;

    /** What outlives the process: the policies that decided, what they decided, how well. */
    private record Kept(
            PolicyArchive policies,
            LogWriting log,
            Reviews reviews,
            Patterns patterns,
            GovernedVersions versions,
            Consumer<RuntimeException> onOutage) {}

    private Wiring(
            ActivePolicies policies,
            SlidingCounters counters,
            Kept kept,
            PolicyDecisionPoint decisions,
            Advisers advisers) {
        this.policies = policies;
        this.counters = counters;
        this.kept = kept;
        this.decisions = decisions;
        this.advisers = advisers;
    }

    /**
     * Everything that decides and records, on the system's clock and secure randomness.
     *
     * @param advisers whoever can reason; closed with the rest
     * @throws BadInput where a policy is refused
     */
    public static Wiring open(Config config, Advisers advisers) {
        return open(config, advisers, Governance.ifThere(config), _ -> {});
    }

    /**
     * The same.
     *
     * @param governance which version acts; closed with the rest
     * @param onOutage hears where reviews or patterns get out of reach: no pattern answers then
     */
    static Wiring open(
            Config config,
            Advisers advisers,
            Governance governance,
            Consumer<RuntimeException> onOutage) {
        PolicyFiles files = new PolicyFiles(config.policy());
        List<PolicySource> sources = files.read();
        PolicyLibrary library = new Policies().require(sources);
        PolicyArchive archive = new PolicyArchive(config.data().resolve(POLICY_FOLDER));
        archive.keep(library, sources);
        InstantSource clock = InstantSource.system();

        LogWriting writing = LogWriting.open(config.data().resolve(LOG_FILE), config.log());
        Patterns patterns = Patterns.open(config, writing.log(), clock);
        ActivePolicies policies =
                new ActivePolicies(
                        library, advisers.serving(new LoggedHistory(writing.log())), patterns);
        VersionEvidence evidence = VersionEvidence.open(config.data(), writing.log(), governance);
        Reviews reviews =
                Reviews.open(
                        config.data(),
                        writing.log(),
                        new Reviews.Settings(config.reviews(), config.log().durability()),
                        List.of(_ -> heard(patterns, policies, onOutage), _ -> evidence.heard()));
        SlidingCounters counters = new SlidingCounters(clock);
        GovernedVersions versions = new GovernedVersions(policies, evidence, writing.recorder());
        PolicyDecisionPoint decisions =
                new PolicyDecisionPoint(
                        versions,
                        new Judge(ConfidenceFloors.DEFAULT, System::nanoTime),
                        counters,
                        versions,
                        new Origin(writing.ids(), clock, config.log().onFailure()));
        Wiring wiring =
                new Wiring(
                        policies,
                        counters,
                        new Kept(archive, writing, reviews, patterns, versions, onOutage),
                        decisions,
                        advisers);
        wiring.recover(countersOf(library));
        return wiring;
    }

    /** What a review contradicts stops answering before the reviewer hears back. */
    private static void heard(
            Patterns patterns, ActivePolicies policies, Consumer<RuntimeException> onOutage) {
        // whoever comes second waits until what the first took in acts
        synchronized (patterns) {
            if (patterns.catchUp(onOutage)) {
                policies.patternsChanged();
            }
        }
    }

    /** Takes in what other programs changed, such as {@code praetor patterns suspend}. */
    public void catchUp() {
        heard(kept.patterns(), policies, kept.onOutage());
    }

    /**
     * Lets another library act from the next request on.
     *
     * @param sources what it was read from, kept so that its decisions can be explained
     */
    public void reload(PolicyLibrary library, List<PolicySource> sources) {
        kept.policies().keep(library, sources);
        Set<CounterRule> added = countersOf(library);
        added.removeAll(countersOf(policies.library()));
        recover(added);
        policies.replaceBy(library);
    }

    private void recover(Set<CounterRule> rules) {
        if (!rules.isEmpty()) {
            long size = kept.log().log().tallies().records();
            new CounterRecovery(List.copyOf(rules), Instant.now())
                    .fill(counters, kept.log().log(), size);
        }
    }

    private static Set<CounterRule> countersOf(PolicyLibrary library) {
        Set<CounterRule> rules = new HashSet<>();
        library.all().forEach(policy -> rules.addAll(policy.counters()));
        return rules;
    }

    public ActivePolicies policies() {
        return policies;
    }

    /** The version that acts for a situation, as decisions ask it. */
    public ActiveVersionSource versions() {
        return kept.versions();
    }

    public Governance governance() {
        return evidence().governance();
    }

    VersionEvidence evidence() {
        return kept.versions().evidence();
    }

    public SqliteDecisionLog log() {
        return kept.log().log();
    }

    public ReviewBoard reviews() {
        return kept.reviews().board();
    }

    public ChainedRecorder recorder() {
        return kept.log().recorder();
    }

    public PolicyDecisionPoint decisions() {
        return decisions;
    }

    @Override
    public void close() {
        kept.versions().close();
        kept.log().recorder().close();
        kept.reviews().close();
        kept.patterns().close();
        kept.log().log().close();
        advisers.close();
    }
}
