package io.praetor.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.neo4j.Neo4jServer;
import io.praetor.adapters.neo4j.Neo4jVersionStore;
import io.praetor.adapters.sqlite.SqliteVersionStore;
import io.praetor.governance.VersionStore;
import io.praetor.governance.watching.SnapshotJob;
import io.praetor.serving.access.Caller;
import io.praetor.serving.access.Scope;
import io.praetor.serving.access.TokenFile;
import io.praetor.serving.settings.ServerSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same history in SQLite and in Neo4j, asked by every call of the governance API. */
@Tag("neo4j")
class SameAnswersTest {
    private static final int EPISODES = 40;

    @TempDir private Path folder = Path.of("");

    /** What a history was answered, call by call. */
    private List<String> lived(VersionStore store) {
        List<String> said = new ArrayList<>();
        Path tokens = folder.resolve("tokens-" + store.getClass().getSimpleName());
        String token =
                TokenFile.add(tokens, new Caller("ann", Set.of(Scope.GOVERN)), new Random(1));
        ServerSettings settings = Served.withTokens(tokens);
        try (Served served = Served.governed(settings, store);
                Client client = new Client(served.server.url(), Optional.of(token))) {
            Client.Answer founded = post(client, said, "/meta_policy", GovernanceCalls.FAMILY);
            String first = founded.json().at("/heads/default_version").asString();
            Client.Answer spawned =
                    post(
                            client,
                            said,
                            "/meta_policy/deploys/spawn",
                            GovernanceCalls.CANDIDATE.formatted(first));
            String child = spawned.json().get("target").asString();
            observe(client, said, first);
            post(client, said, "/meta_policy/outcomes", "{'episode':'e1','reward':0.9}");
            new SnapshotJob(store).runAll();
            control(client, said, child, "ADVANCE");
            control(client, said, child, "PROMOTE");
            control(client, said, first, "SET_FALLBACK");
            control(client, said, first, "PAUSE");
            control(client, said, first, "RESUME");
            post(client, said, "/meta_policy/deploys/select", "{'request_id':'r1'}");
            look(client, said, first, child);
        }
        return said;
    }

    private static void observe(Client client, List<String> said, String version) {
        for (int index = 0; index < EPISODES; index++) {
            post(
                    client,
                    said,
                    "/meta_policy/deploys/episodes",
                    GovernanceCalls.EPISODE.formatted(index, version, index));
            post(
                    client,
                    said,
                    "/meta_policy/outcomes",
                    GovernanceCalls.OUTCOME.formatted(index, index % 5 == 0 ? -.5 : .5));
        }
    }

    private static void look(Client client, List<String> said, String first, String child) {
        for (String path :
                List.of(
                        "",
                        "/active?group=team%3Acore",
                        "/deploys/status",
                        "/deploys/versions",
                        "/deploys/versions/" + first + "/trust",
                        "/deploys/versions/" + child + "/trust",
                        "/deploys/changes",
                        "/deploys/refusals",
                        "/deploys/episodes?limit=7",
                        "/deploys/episodes?limit=7&cursor=7",
                        "/none/status")) {
            Client.Answer answer = client.get("/meta_policy" + path);
            said.add(path + " " + answer.status() + " " + answer.body());
        }
    }

    private static Client.Answer post(Client client, List<String> said, String path, String body) {
        Client.Answer answer = client.post(path, Client.quoted(body));
        said.add(path + " " + answer.status() + " " + answer.body());
        return answer;
    }

    private static void control(Client client, List<String> said, String version, String action) {
        post(
                client,
                said,
                "/meta_policy/version_control",
                "{'meta_policy_id':'deploys','version_id':'%s','action':'%s','reasoning':'as told'}"
                        .formatted(version, action));
    }

    @Test
    void bothStoresAnswerEveryCallAlike() {
        List<String> expected;
        try (SqliteVersionStore store = SqliteVersionStore.open(folder.resolve("g.db"))) {
            expected = lived(store);
        }
        assertThat(expected.getFirst()).contains(" 200 ");
        try (Neo4jServer server = Neo4jServer.start(folder);
                Neo4jVersionStore store = server.store()) {
            assertThat(lived(store)).isEqualTo(expected);
        }
    }
}
