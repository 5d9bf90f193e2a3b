package io.praetor.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.sqlite.SqliteVersionStore;
import io.praetor.app.cli.Ran;
import io.praetor.app.config.Config;
import io.praetor.app.config.ConfigReader;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.VersionStore;
import io.praetor.governance.recording.EpisodeDesk;
import io.praetor.governance.recording.OutcomeReport;
import io.praetor.governance.selection.MetaContexts;
import io.praetor.governance.watching.SnapshotJob;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Episode;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.Oversight;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.ChangeLedger;
import io.praetor.rollout.family.FamilyState;
import io.praetor.rollout.family.FamilyStatus;
import io.praetor.rollout.selection.Selection.Reason;
import io.praetor.serving.Client;
import io.praetor.serving.access.Caller;
import io.praetor.serving.access.Scope;
import io.praetor.serving.access.TokenFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reviews of a live version whose model went bad, in the running service, while it is asked. */
class ReviewsStopVersionsTest {
    private static final String EDIT =
            """
            {"action_type": "edit_file", "actor_id": "user:alice", "actor_role": "developer",
             "t3_tensor": {"competence": 0.9, "reliability": 0.9, "integrity": 0.9},
             "resource": "repo:web/src/footer.ts", "team": "team:core",
             "details": "Aligns the two columns of the footer.",
             "meta": {"coherence": 0.55, "spread": 0.1, "entropy_change": 0.2,
               "max_potency": 0.1, "affective_load": 0.1, "awareness": "FULL", "at": "<now>"}}
            """;

    /** Far more than it takes. */
    private static final int REVIEWS_MAX = 60;

    private static final int PROVEN = 200;

    private final AllowingModel model = new AllowingModel();
    @TempDir private Path folder = Path.of("");
    private Map<String, String> environment = Map.of();
    private String token = "";

    /** A running service and a client of it. */
    private record Running(Sidecar sidecar, Client client) implements AutoCloseable {
        @Override
        public void close() {
            client.close();
            sidecar.stop();
        }
    }

    @BeforeEach
    void configure() {
        Path tokens = folder.resolve("tokens");
        token = TokenFile.add(tokens, new Caller("ann", Set.of(Scope.values())), new Random(1));
        environment =
                Map.of(
                        "PRAETOR_HOME",
                        folder.resolve("data").toString(),
                        "PRAETOR_POLICY",
                        Path.of("..", "policies", "team-default.yaml").toAbsolutePath().toString(),
                        "PRAETOR_MODEL_URL",
                        model.url(),
                        "PRAETOR_MODEL_API",
                        "openai",
                        "PRAETOR_SERVER_PORT",
                        "0",
                        "PRAETOR_SERVER_TOKENS",
                        tokens.toString(),
                        "PRAETOR_REVIEW_BLIND_PERCENT",
                        "0",
                        "PRAETOR_REVIEW_KNOWN_PERCENT",
                        "0");
        Ran created =
                Ran.with(
                        environment,
                        folder,
                        "meta",
                        "create",
                        "deploys",
                        "--name=Deploys",
                        "--group=team:core",
                        "--tier=safe",
                        "--suite-report=ab12");
        assertThat(created.status()).as(created.err()).isZero();
        prove();
    }

    @AfterEach
    void close() {
        model.close();
    }

    private SqliteVersionStore store() {
        return SqliteVersionStore.open(folder.resolve("data").resolve(Governance.STORE_FILE));
    }

    /** Enough reviewed decisions of some months that the version's score is above the floor. */
    private void prove() {
        try (SqliteVersionStore store = store()) {
            VersionId version = shipped(store);
            Cluster cluster =
                    store.family("deploys").orElseThrow().family().config().clusters().getFirst();
            EpisodeDesk desk = new EpisodeDesk(store, InstantSource.system());
            for (int index = 0; index < PROVEN; index++) {
                String id = "e" + index;
                desk.keep(
                        new RecordedEpisode(
                                id,
                                "deploys",
                                new Episode(version, Mode.ENFORCED, cluster, 0, 1),
                                id,
                                MetaContexts.of(Map.of("coherence", .5)),
                                Reason.DEFAULT,
                                1,
                                Instant.now()));
                desk.keep(accepted(id));
            }
            assertThat(new SnapshotJob(store).runAll().changes()).isEmpty();
        }
    }

    private static OutcomeReport accepted(String episode) {
        return new OutcomeReport(
                episode,
                OptionalDouble.of(.5),
                OptionalDouble.of(.6),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Oversight.ACCEPTED,
                Set.of(),
                Optional.empty());
    }

    private static VersionId shipped(VersionStore store) {
        FamilyRecord record = store.family("deploys").orElseThrow();
        return record.versions().getFirst().id();
    }

    private Running start() {
        Config config = new ConfigReader(environment, folder, Path.of("..")).read(Optional.empty());
        Sidecar sidecar =
                Sidecar.start(config, Advisers.open(config, Path.of(".."), Parts.NONE), _ -> {});
        return new Running(sidecar, new Client(sidecar.url(), Optional.of(token)));
    }

    private JsonNode decide(Running running) {
        Client.Answer answer =
                running.client()
                        .post("/v1/decide", EDIT.replace("<now>", Instant.now().toString()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String effect(JsonNode decided) {
        return decided.get("effect").asString();
    }

    private void overrule(Running running, JsonNode decided) {
        String review =
                "{'record':'%s','hash':'%s','verdict':'corrected','decision':'deny'}"
                        .formatted(
                                decided.get("id").asString(),
                                decided.at("/record/hash").asString());
        Client.Answer kept = running.client().post("/v1/reviews", Client.quoted(review));
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
    }

    /** What traffic under way still adds to, the events that were read, is left out. */
    private JsonNode status(Running running) {
        JsonNode status = running.client().get("/meta_policy/deploys/status").json();
        ((ObjectNode) status).remove("events_read");
        return status;
    }

    /** Overrules the version's decisions until it no longer lets them through, or so many. */
    private int overruleUntilStopped(Running running, int max) {
        for (int count = 0; count < max; count++) {
            JsonNode decided = decide(running);
            if (!effect(decided).equals("allow")) {
                return count;
            }
            overrule(running, decided);
        }
        return max;
    }

    @Test
    void aVersionThatReviewersOverruleIsStoppedWhileItIsAskedAndARestartChangesNothing() {
        JsonNode before;
        try (Running running = start()) {
            assertThat(effect(decide(running))).isEqualTo("allow");
            assertThat(overruleUntilStopped(running, 3)).isEqualTo(3);
            before = status(running);
        }
        JsonNode stopped;
        try (Running running = start()) {
            assertThat(status(running)).isEqualTo(before);
            AtomicBoolean isOver = new AtomicBoolean();
            CompletableFuture<Integer> traffic =
                    CompletableFuture.supplyAsync(() -> traffic(running, isOver));
            int reviews = overruleUntilStopped(running, REVIEWS_MAX);
            // no answer after the review that stopped it is the version's
            assertThat(reviews).isBetween(1, REVIEWS_MAX - 1);
            assertThat(effect(decide(running))).isEqualTo("require_attestation");
            isOver.set(true);
            assertThat(traffic.join()).isPositive();
            stopped = status(running);
            assertThat(stopped.at("/heads/status").asString()).isEqualTo("PAUSED");
            JsonNode changes =
                    running.client().get("/meta_policy/deploys/changes").json().get("changes");
            JsonNode pause = changes.get(changes.size() - 1);
            assertThat(pause.get("action").asString()).isEqualTo("PAUSE");
            assertThat(pause.toString()).contains("AUTO").contains("episode ");
            assertThat(pause.get("reasoning").asString()).isNotBlank();
        }
        try (Running running = start()) {
            assertThat(status(running)).isEqualTo(stopped);
            assertThat(effect(decide(running))).isEqualTo("require_attestation");
        }
        audit();
    }

    private int traffic(Running running, AtomicBoolean isOver) {
        int asked = 0;
        while (!isOver.get()) {
            decide(running);
            asked++;
        }
        return asked;
    }

    /** The state is what the changes alone make of it. */
    private void audit() {
        try (SqliteVersionStore store = store()) {
            FamilyRecord record = store.family("deploys").orElseThrow();
            List<Change> changes = store.changes("deploys", 0, VersionStore.PAGE_MAX);
            FamilyState founded =
                    FamilyState.founded(
                            record.family().id(),
                            record.family().riskTier(),
                            record.family().owner());
            assertThat(ChangeLedger.replay(founded, changes)).isEqualTo(record.state());
            assertThat(record.state().heads().status()).isEqualTo(FamilyStatus.PAUSED);
        }
    }
}
