package io.praetor.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.neo4j.Neo4jServer;
import io.praetor.adapters.neo4j.Neo4jVersionStore;
import io.praetor.adapters.neo4j.Valve;
import io.praetor.app.cli.Ran;
import io.praetor.app.config.Config;
import io.praetor.app.config.ConfigReader;
import io.praetor.serving.Client;
import io.praetor.serving.access.Caller;
import io.praetor.serving.access.Scope;
import io.praetor.serving.access.TokenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A running service whose Neo4j is out of reach for a while. */
@Tag("neo4j")
class Neo4jOutageTest {
    private static final int DECISIONS = 5;

    @TempDir private Path folder = Path.of("");
    private String token = "";

    private Map<String, String> environment(Valve valve) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "neo4j\n");
        Path tokens = folder.resolve("tokens");
        token = TokenFile.add(tokens, new Caller("ann", Set.of(Scope.values())), new Random(1));
        return Map.of(
                "PRAETOR_SERVER_TOKENS",
                tokens.toString(),
                "PRAETOR_HOME",
                folder.resolve("data").toString(),
                "PRAETOR_POLICY",
                Path.of("..", "policies", "team-default.yaml").toAbsolutePath().toString(),
                "PRAETOR_SERVER_PORT",
                "0",
                "PRAETOR_GOVERNANCE_STORE",
                "neo4j",
                "PRAETOR_GOVERNANCE_URL",
                "bolt://127.0.0.1:" + valve.port(),
                "PRAETOR_GOVERNANCE_PASSWORD_FILE",
                password.toString());
    }

    private static void decide(Client client) {
        for (int count = 0; count < DECISIONS; count++) {
            Client.Answer answer =
                    client.post(
                            "/v1/decide",
                            Client.quoted(
                                    "{'action_type':'read_file','actor_id':'user:zoe',"
                                            + "'actor_role':'developer','resource':'repo:web/a.ts',"
                                            + "'team':'team:core'}"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
    }

    @Test
    void decisionsGoOnControlIsRefusedAndNothingIsLost() throws IOException {
        try (Neo4jServer server = Neo4jServer.start(folder);
                Valve valve = new Valve(server.url().getPort())) {
            Map<String, String> environment = environment(valve);
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
            serve(environment, valve);
            try (Neo4jVersionStore store = server.store()) {
                assertThat(store.episodes("deploys", 0, 100)).hasSize(2 * DECISIONS);
            }
        }
    }

    private void serve(Map<String, String> environment, Valve valve) {
        Config config = new ConfigReader(environment, folder, Path.of("..")).read(Optional.empty());
        Sidecar sidecar =
                Sidecar.start(config, Advisers.open(config, Path.of(".."), Parts.NONE), _ -> {});
        try (Client client = new Client(sidecar.url(), Optional.of(token))) {
            decide(client);
            valve.cut();
            decide(client);
            Client.Answer refused =
                    client.post(
                            "/meta_policy/version_control",
                            Client.quoted(
                                    "{'meta_policy_id':'deploys','action':'PAUSE',"
                                            + "'reasoning':'odd'}"));
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            JsonNode selected =
                    client.post("/meta_policy/deploys/select", Client.quoted("{'request_id':'r1'}"))
                            .json();
            assertThat(selected.get("store_answers").asBoolean()).isFalse();
            valve.mend();
        } finally {
            sidecar.stop();
        }
    }
}
