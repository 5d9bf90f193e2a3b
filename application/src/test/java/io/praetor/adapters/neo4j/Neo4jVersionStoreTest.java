package io.praetor.adapters.neo4j;

import static io.praetor.governance.GovernanceSamples.FAMILY;
import static io.praetor.governance.GovernanceSamples.OWNER;
import static io.praetor.governance.GovernanceSamples.READS;
import static io.praetor.governance.GovernanceSamples.SHIPPED;
import static io.praetor.governance.GovernanceSamples.episode;
import static io.praetor.governance.GovernanceSamples.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.governance.GovernanceSamples;
import io.praetor.governance.StoreUnavailableException;
import io.praetor.governance.VersionStore;
import io.praetor.governance.VersionStoreContract;
import io.praetor.governance.control.Demand;
import io.praetor.governance.control.VersionControl;
import io.praetor.governance.watching.SnapshotJob;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.SafetyFlag;
import io.praetor.rollout.life.RolloutAction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;

/**
 * Runs the Neo4j that {@code ./praetor fetch neo4j} brought on a JDK that it knows (17 or 21), and
 * speaks Bolt with it.
 */
@Tag("neo4j")
class Neo4jVersionStoreTest extends VersionStoreContract {
    private static final String READY = "bolt ";

    @TempDir private static Path folder;
    private static Process process;
    private static URI url;
    private static Graph graph;
    private final List<Neo4jVersionStore> opened = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        Path libraries = Path.of(System.getenv("PRAETOR_HOME")).resolve("neo4j", "lib");
        Path source = folder.resolve("Server.java");
        try (InputStream text = Neo4jVersionStoreTest.class.getResourceAsStream("server.txt")) {
            Files.copy(Objects.requireNonNull(text), source);
        }
        process =
                new ProcessBuilder(
                                java().toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                libraries + "/*",
                                source.toString(),
                                folder.toString())
                        .redirectError(folder.resolve("server.log").toFile())
                        .start();
        url = awaitUrl(process.inputReader(StandardCharsets.UTF_8));
        graph = Graph.open(url, AuthTokens.basic("neo4j", "neo4j"));
    }

    /** Its own JDK where one is named, otherwise any beside ours that Neo4j 5 runs on. */
    private static Path java() throws IOException {
        String named = System.getenv("NEO4J_JAVA_HOME");
        if (named != null) {
            return Path.of(named, "bin", "java");
        }
        try (Stream<Path> installed = Files.list(Path.of("/usr/lib/jvm"))) {
            return installed
                    .filter(home -> home.getFileName().toString().matches(".*(17|21).*"))
                    .map(home -> home.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "Neo4j 5 runs on JDK 17 or 21; name one in"
                                                    + " NEO4J_JAVA_HOME"));
        }
    }

    private static URI awaitUrl(BufferedReader said) throws IOException {
        String line = said.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IllegalStateException(Files.readString(folder.resolve("server.log")));
        }
        return URI.create(line.substring(READY.length()));
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        graph.close();
        process.outputWriter().close();
        process.waitFor();
    }

    @Override
    protected VersionStore fresh() {
        graph.write(on -> on.run("MATCH (n) DETACH DELETE n").consume());
        Neo4jVersionStore store = Neo4jVersionStore.open(url, "neo4j", "neo4j");
        opened.add(store);
        return store;
    }

    @AfterEach
    void close() {
        opened.forEach(Neo4jVersionStore::close);
    }

    private static long count(String pattern) {
        return graph.read(
                        on -> Graph.one(on, "MATCH " + pattern + " RETURN count(*) AS n", Map.of()))
                .orElseThrow()
                .get("n")
                .asLong();
    }

    @Test
    void theGraphHasTheLabelsAndRelationshipsOfTheSeed() {
        VersionStore graphed = GovernanceSamples.founded(fresh());
        for (int index = 0; index < 30; index++) {
            String id = "e" + index;
            graphed.record(episode(id, SHIPPED, Mode.ENFORCED, READS));
            graphed.record(
                    index == 0
                            ? outcome(id, .5, false, SafetyFlag.COLLAPSE)
                            : outcome(id, .5, false));
        }
        new SnapshotJob(graphed).runAll();
        VersionControl control = new VersionControl(graphed, () -> GovernanceSamples.NOW);
        control.apply(Demand.of(FAMILY, SHIPPED.id(), RolloutAction.SET_FALLBACK, OWNER, "safe"));

        assertThat(count("(:MetaPolicy)-[:HAS_VERSION]->(:PolicyVersion)-[:OF_POLICY]->(:Policy)"))
                .isEqualTo(1);
        assertThat(count("(:MetaPolicy)-[:DEFAULT_POLICY]->(:PolicyVersion)")).isEqualTo(1);
        assertThat(count("(:MetaPolicy)-[:FALLBACK_POLICY]->(:PolicyVersion)")).isEqualTo(1);
        assertThat(count("(:MetaPolicy)-[:RUNS_ON_GROUP]->(:Group)")).isEqualTo(1);
        assertThat(count("(:PolicyVersion)-[:HAS_TRUST_STATE]->(:PolicyTrustSnapshot)"))
                .isEqualTo(1);
        assertThat(count("(:PolicyVersion)-[:EVALUATED_IN]->(:PolicyEpisode)")).isEqualTo(30);
        assertThat(count("(:PolicyOutcome)-[:RAISED]->(:SafetyFlag {kind: 'COLLAPSE'})"))
                .isEqualTo(1);
        assertThat(count("(v:PolicyVersion) WHERE v.trust_score_latest > 0")).isEqualTo(1);
        assertThat(count("(c:PolicyVersionChange) WHERE c.reasoning <> ''")).isEqualTo(2);
    }

    @Test
    void aServerThatIsNotThereIsUnavailableAndSaysWhatToDo() {
        URI nowhere = URI.create("bolt://127.0.0.1:1");
        assertThatThrownBy(() -> Neo4jVersionStore.open(nowhere, "neo4j", "neo4j"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("see that Neo4j runs there");
    }
}
