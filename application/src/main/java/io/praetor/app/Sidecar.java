package io.praetor.app;

import io.praetor.adapters.files.PolicyPolling;
import io.praetor.adapters.files.PolicyWatch;
import io.praetor.app.config.Config;
import io.praetor.policy.ConditionParser;
import io.praetor.policy.PolicyHeader;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.library.PolicyReloading;
import io.praetor.policy.reading.LibraryReader;
import io.praetor.policy.reading.PolicyReader;
import io.praetor.reasoning.Opinion.Adviser;
import io.praetor.serving.PraetorServer;
import io.praetor.serving.decide.AdvisoryEndpoint;
import io.praetor.serving.operations.Reloads;
import io.praetor.serving.operations.Reloads.Outcome;
import io.praetor.serving.operations.Vitals;
import io.praetor.serving.settings.ServerSettings;
import io.praetor.serving.telemetry.EventLog;
import io.praetor.serving.telemetry.Metrics;
import io.praetor.serving.telemetry.Telemetry;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** The running service: everything that decides, the server before it, the watch on its policy. */
public final class Sidecar {
    /** How soon a changed policy file, or a pattern that another program stopped, is noticed. */
    private static final Duration POLICY_LOOKS = Duration.ofSeconds(1);

    private static final int HASH_SHOWN = 12;

    private final Config config;
    private final Wiring wiring;
    private final PraetorServer server;
    private final Reloads reloads;
    private final Telemetry telemetry;
    private final GovernancePolling governing;
    private final PolicyPolling watching;

    private Sidecar(Config config, Wiring wiring, Telemetry telemetry) {
        InstantSource clock = InstantSource.system();
        this.config = config;
        this.wiring = wiring;
        this.telemetry = telemetry;
        reloads = new Reloads(telemetry, clock);
        server =
                new PraetorServer(
                        settings(config),
                        new PraetorServer.Engine(
                                wiring.decisions(),
                                wiring.versions(),
                                this::vitals,
                                reloads,
                                wiring.reviews(),
                                wiring.governance().routes()),
                        new PraetorServer.World(clock, System::nanoTime, new SecureRandom()),
                        telemetry);
        governing = GovernancePolling.start(wiring.evidence(), telemetry.events());
        telemetry
                .metrics()
                .gauge(
                        "praetor_episodes_lost",
                        "Decisions of governed versions that could not be kept as evidence.",
                        wiring.evidence()::lost);
        watching = watch();
    }

    private static void outage(EventLog events, RuntimeException down) {
        events.warning(
                "patterns_unavailable",
                json -> json.writeStringProperty("cause", String.valueOf(down.getMessage())));
    }

    /**
     * Opens the log, reads the policy, has the model warm where there is one, listens.
     *
     * @param advisers whoever can reason; closed with the rest
     * @param events takes one JSON line an event
     */
    public static Sidecar start(Config config, Advisers advisers, Consumer<String> events) {
        Telemetry telemetry =
                new Telemetry(new Metrics(), new EventLog(InstantSource.system(), events));
        Wiring wiring =
                Wiring.open(
                        config,
                        advisers,
                        Governance.open(config),
                        down -> outage(telemetry.events(), down));
        advisers.warmUp(wiring.policies().library().standard());
        Sidecar sidecar = new Sidecar(config, wiring, telemetry);
        sidecar.server.start();
        return sidecar;
    }

    /** Drains, then stops, then commits what waits. */
    public void stop() {
        server.drain();
        server.stop();
        watching.close();
        governing.close();
        wiring.close();
    }

    public String url() {
        return server.url();
    }

    /** One line that says where, by which law and into which log. */
    public String introduction() {
        return "praetor serves %s, policy %s, log %s"
                .formatted(url(), named(vitals().policy()), config.data().resolve(Wiring.LOG_FILE));
    }

    /** The same as a JSON object. */
    public String introductionJson() {
        PolicyHeader policy = vitals().policy();
        return JsonMapper.shared()
                .createObjectNode()
                .put("url", url())
                .put("policy", policy.id())
                .put("version", policy.version())
                .put("hash", policy.hash())
                .put("log", config.data().resolve(Wiring.LOG_FILE).toString())
                .toString();
    }

    private Vitals vitals() {
        var standard = wiring.policies().standard();
        return new Vitals(
                standard.rules().policy().header(), standard.id(), adviser(), Optional.empty());
    }

    private String adviser() {
        return wiring.policies().adviser().map(Adviser::name).orElse(AdvisoryEndpoint.RULES);
    }

    private PolicyPolling watch() {
        LibraryReader reader = new LibraryReader(new PolicyReader(new ConditionParser()));
        PolicyWatch watch =
                new PolicyWatch(
                        new PolicyFiles(config.policy()).list(),
                        reader,
                        wiring.policies().library(),
                        InstantSource.system());
        return PolicyPolling.start(
                watch,
                new PolicyPolling.Rhythm(POLICY_LOOKS, wiring::catchUp),
                this::reloaded,
                fault -> telemetry.events().error("policy_watch", fault));
    }

    private void reloaded(PolicyReloading reloading) {
        switch (reloading) {
            case PolicyReloading.Unchanged _ -> reloads.note(Outcome.UNCHANGED, List.of());
            case PolicyReloading.Kept kept ->
                    reloads.note(
                            Outcome.REJECTED,
                            kept.problems().stream().map(PolicyProblem::toString).toList());
            case PolicyReloading.Replaced replaced -> {
                wiring.reload(replaced.library(), new PolicyFiles(config.policy()).read());
                reloads.note(
                        Outcome.ACCEPTED,
                        replaced.changes().stream().map(Sidecar::remark).toList());
            }
        }
    }

    private static String remark(PolicyReloading.Change change) {
        return switch (change) {
            case PolicyReloading.Change.Added added -> "added " + named(added.policy());
            case PolicyReloading.Change.Removed removed -> "removed " + named(removed.policy());
            case PolicyReloading.Change.Succeeded next ->
                    "%s replaced by %s".formatted(named(next.before()), named(next.after()));
        };
    }

    private static String named(PolicyHeader policy) {
        return "%s %s (%s)"
                .formatted(policy.id(), policy.version(), policy.hash().substring(0, HASH_SHOWN));
    }

    private static ServerSettings settings(Config config) {
        Config.Server server = config.server();
        return new ServerSettings(
                new InetSocketAddress(server.host(), server.port()),
                server.tls(),
                server.tokens(),
                server.publicUrl(),
                true,
                server.limits());
    }
}
