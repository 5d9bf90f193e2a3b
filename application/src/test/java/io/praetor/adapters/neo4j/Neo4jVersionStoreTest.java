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
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;

/** The contract of stores, kept by a real Neo4j over Bolt. */
@Tag("neo4j")
class Neo4jVersionStoreTest extends VersionStoreContract {
    @TempDir private static Path folder;
    private static Neo4jServer server;
    private static Graph graph;
    private final List<Neo4jVersionStore> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = Neo4jServer.start(folder);
        graph = Graph.open(server.url(), AuthTokens.basic("neo4j", "neo4j"));
    }

    @AfterAll
    static void stop() {
        graph.close();
        server.close();
    }

    @Override
    protected VersionStore fresh() {
        graph.write(on -> on.run("MATCH (n) DETACH DELETE n").consume());
        Neo4jVersionStore store = server.store();
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
