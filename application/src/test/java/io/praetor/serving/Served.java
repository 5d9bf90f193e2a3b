package io.praetor.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.memory.MemoryDecisionLog;
import io.praetor.adapters.memory.MemoryInterventionStore;
import io.praetor.adapters.memory.MemoryReviewStore;
import io.praetor.adapters.memory.MemoryVersionStore;
import io.praetor.adapters.memory.SlidingCounters;
import io.praetor.decision.ActingVersion;
import io.praetor.decision.ConfidenceFloors;
import io.praetor.decision.Decision;
import io.praetor.decision.DecisionId;
import io.praetor.decision.DecisionRecorder;
import io.praetor.decision.Judge;
import io.praetor.decision.PolicyDecisionPoint;
import io.praetor.decision.Recording;
import io.praetor.decision.RecordingFailure;
import io.praetor.decision.RefusedRequest;
import io.praetor.governance.VersionStore;
import io.praetor.governance.selection.FamilyViews;
import io.praetor.governance.selection.VersionSelection;
import io.praetor.intervention.InterventionDesk;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.RecorderLimits;
import io.praetor.policy.ConditionParser;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.reading.PolicyReader;
import io.praetor.review.ReviewId;
import io.praetor.review.ReviewSettings;
import io.praetor.review.queue.ReviewBoard;
import io.praetor.rollout.selection.CanaryShare;
import io.praetor.rules.RuleEngine;
import io.praetor.serving.governance.GovernanceRoutes;
import io.praetor.serving.governance.InterventionRoutes;
import io.praetor.serving.http.Route;
import io.praetor.serving.operations.Reloads;
import io.praetor.serving.operations.Vitals;
import io.praetor.serving.page.RolloutRoutes;
import io.praetor.serving.settings.ServerSettings;
import io.praetor.serving.telemetry.EventLog;
import io.praetor.serving.telemetry.Metrics;
import io.praetor.serving.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A server that decides by a real policy and records in a log in memory, and a client of it. */
public final class Served implements AutoCloseable {
    /** A Monday morning within everybody's office hours. */
    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    public static final ServerSettings ANY_PORT =
            new ServerSettings(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    ServerSettings.LOCAL.limits());

    /** No blind cases and no tests: every case is shown whole. */
    private static final ReviewSettings NO_DRAWS =
            new ReviewSettings(1, 0, 0, 0, 0, 0, Duration.ofMinutes(15), 50);

    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    public final List<String> events = new CopyOnWriteArrayList<>();
    public final MemoryDecisionLog log = new MemoryDecisionLog("test");
    public final AtomicReference<Optional<String>> unready =
            new AtomicReference<>(Optional.empty());
    public final Reloads reloads;
    public final PraetorServer server;
    public final Client client;
    private final ChainedRecorder recorder;
    private final ReviewSettings drawn;

    /** A free port, for callers whose tokens a file names. */
    public static ServerSettings withTokens(Path tokens) {
        return new ServerSettings(
                ANY_PORT.address(),
                ANY_PORT.tls(),
                Optional.of(tokens),
                ANY_PORT.publicUrl(),
                ANY_PORT.tellsContext(),
                ANY_PORT.limits());
    }

    /** What is seldom otherwise. */
    private record Usual(ReviewSettings drawn, VersionStore versions) {}

    private Served(PolicySet policy, ServerSettings settings, Optional<DecisionRecorder> other) {
        this(policy, settings, other, new Usual(NO_DRAWS, new MemoryVersionStore()));
    }

    private Served(
            PolicySet policy,
            ServerSettings settings,
            Optional<DecisionRecorder> other,
            Usual usual) {
        this.drawn = usual.drawn();
        recorder =
                ChainedRecorder.open(
                        log,
                        new ChainedRecorder.Settings(
                                RecorderLimits.DEFAULT, CLOCK, new Random(1), Optional.empty()));
        ActingVersion version = ActingVersion.ofRules("v1", RuleEngine.compile(policy));
        AtomicLong ids = new AtomicLong();
        PolicyDecisionPoint decisions =
                new PolicyDecisionPoint(
                        _ -> version,
                        new Judge(ConfidenceFloors.DEFAULT, System::nanoTime),
                        new SlidingCounters(CLOCK),
                        other.orElse(recorder),
                        new PolicyDecisionPoint.Origin(
                                () -> new DecisionId(new UUID(0x7000, ids.incrementAndGet())),
                                CLOCK,
                                RecordingFailure.DENY));
        Telemetry telemetry = new Telemetry(new Metrics(), new EventLog(CLOCK, events::add));
        reloads = new Reloads(telemetry, CLOCK);
        server =
                new PraetorServer(
                        settings,
                        new PraetorServer.Engine(
                                decisions,
                                _ -> version,
                                () ->
                                        new Vitals(
                                                policy.header(),
                                                version.id(),
                                                "rules",
                                                unready.get()),
                                reloads,
                                board(policy),
                                routes(usual.versions())),
                        new PraetorServer.World(CLOCK, System::nanoTime, new Random(2)),
                        telemetry);
        server.start();
        client = new Client(server.url());
    }

    private ReviewBoard board(PolicySet policy) {
        AtomicLong reviews = new AtomicLong();
        return ReviewBoard.of(
                new ReviewBoard.Sources(
                        log,
                        log,
                        new MemoryReviewStore(log),
                        hash -> Optional.of(policy).filter(p -> p.header().hash().equals(hash))),
                drawn,
                new ReviewBoard.World(
                        CLOCK, () -> new ReviewId(new UUID(0x7001, reviews.incrementAndGet()))),
                List.of());
    }

    /** Where every case is shown blind. */
    public static Served blind() {
        return new Served(
                samplePolicy(),
                ANY_PORT,
                Optional.empty(),
                new Usual(
                        new ReviewSettings(1, 0, 0, 1, 0, 0, Duration.ofMinutes(15), 50),
                        new MemoryVersionStore()));
    }

    private static List<Route> routes(VersionStore versions) {
        FamilyViews views = new FamilyViews(versions);
        views.refresh();
        byte[] key = "a key of tests".getBytes(StandardCharsets.UTF_8);
        VersionSelection selection =
                new VersionSelection(views, new CanaryShare(key, .05), () -> false);
        List<Route> all =
                new ArrayList<>(new GovernanceRoutes(versions, views, selection, CLOCK).list());
        all.addAll(new RolloutRoutes(versions, CLOCK).list());
        all.addAll(
                new InterventionRoutes(new InterventionDesk(new MemoryInterventionStore(), CLOCK))
                        .list());
        return all;
    }

    /** The sample policy, with families kept in {@code versions}. */
    public static Served governed(ServerSettings settings, VersionStore versions) {
        return new Served(
                samplePolicy(), settings, Optional.empty(), new Usual(NO_DRAWS, versions));
    }

    /** The sample policy of the repository. */
    public static Served sample() {
        return sample(ANY_PORT);
    }

    public static Served sample(ServerSettings settings) {
        return new Served(samplePolicy(), settings, Optional.empty());
    }

    /** A policy beside the tests of this package. */
    public static Served policy(String resource, ServerSettings settings) {
        return new Served(read(resource, text(resource)), settings, Optional.empty());
    }

    /** The same, while nothing can be recorded for {@code cause}. */
    public static Served unrecorded(String resource, String cause) {
        DecisionRecorder broken =
                new DecisionRecorder() {
                    @Override
                    public Recording record(Decision decision) {
                        return new Recording.NotRecorded(cause);
                    }

                    @Override
                    public Recording record(RefusedRequest refused) {
                        return new Recording.NotRecorded(cause);
                    }
                };
        return new Served(read(resource, text(resource)), ANY_PORT, Optional.of(broken));
    }

    /** Text of a file beside the tests of this package. */
    public static String text(String resource) {
        try (InputStream file = Served.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PolicySet samplePolicy() {
        try {
            Path file = Path.of("..", "policies", "team-default.yaml");
            return read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PolicySet read(String name, String text) {
        PolicyReading reading =
                new PolicyReader(new ConditionParser()).read(new PolicySource(name, text));
        assertThat(reading).isInstanceOf(PolicyReading.Accepted.class);
        return ((PolicyReading.Accepted) reading).policy();
    }

    @Override
    public void close() {
        server.stop();
        recorder.close();
        client.close();
    }
}
