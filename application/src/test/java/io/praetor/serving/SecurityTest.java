package io.praetor.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.serving.access.Caller;
import io.praetor.serving.access.Scope;
import io.praetor.serving.access.TokenFile;
import io.praetor.serving.settings.CannotServe;
import io.praetor.serving.settings.Rate;
import io.praetor.serving.settings.ServerLimits;
import io.praetor.serving.settings.ServerSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who may ask, and how often. */
class SecurityTest {
    private static final String COMMIT =
            """
            {"action_type": "commit", "actor_role": "developer", "actor_id": "user:dave",
             "t3_tensor": {"competence": 0.9, "reliability": 0.9, "integrity": 0.9},
             "resource": "repo:app", "timestamp": "2026-03-02T10:00:00Z", "mfa": true,
             "approvals": [{"by": "user:erin", "role": "developer", "kind": "peer",
                            "at": "2026-03-02T09:00:00Z"}]}""";

    @TempDir private Path folder;

    @Test
    void anotherAddressThanLoopbackDemandsTokens() {
        assertThatThrownBy(() -> settings("0.0.0.0", Optional.empty()))
                .isInstanceOf(CannotServe.class)
                .hasMessage(
                        "`0.0.0.0` can be reached from other machines, so clients need tokens: name"
                                + " a token file (`praetor token create` makes one), or listen on"
                                + " 127.0.0.1");
        assertThat(settings("0.0.0.0", Optional.of(folder.resolve("tokens"))).tokens()).isPresent();
    }

    @Test
    void aPublicUrlIsABase() {
        for (String url :
                new String[] {
                    "pdp.example.com", "ftp://pdp.example.com", "https://pdp.example.com?a=b",
                    "https://pdp.example.com#a", "https://me@pdp.example.com", "https:///a"
                }) {
            assertThatThrownBy(() -> publicUrl(url))
                    .isInstanceOf(CannotServe.class)
                    .hasMessageContaining("is no public url");
        }
        assertThat(publicUrl("https://pdp.example.com:8443/tenant").publicUrl()).isPresent();
    }

    @Test
    void withTokensNobodyAsksWithoutOne() {
        Path tokens = folder.resolve("tokens");
        String token = TokenFile.add(tokens, caller("gateway", Scope.DECIDE), new Random(1));
        try (Served served = Served.sample(withTokens(tokens))) {
            Client.Answer answer = served.client.post("/v1/decide", COMMIT);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"praetor\"");

            answer = as(served, token + "x", "/access/v1/evaluation");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().asString()).isEqualTo("no such bearer token");
            assertThat(answer.header("WWW-Authenticate"))
                    .isEqualTo("Bearer realm=\"praetor\", error=\"invalid_token\"");

            assertThat(as(served, token, "/v1/decide").status()).isEqualTo(200);
            assertThat(served.client.get("/metrics").status()).isEqualTo(401);
            assertThat(served.client.get("/health").status()).isEqualTo(200);
            assertThat(served.client.get("/readyz").status()).isEqualTo(200);
            assertThat(served.log.page(0, 10)).hasSize(1);
            assertThat(served.events.toString()).doesNotContain(token);
        }
    }

    @Test
    void aCallerDoesWhatItsScopesSay() {
        Path tokens = folder.resolve("tokens");
        String token = TokenFile.add(tokens, caller("reader", Scope.REVIEW), new Random(1));
        try (Served served = Served.sample(withTokens(tokens))) {
            Client.Answer answer = as(served, token, "/v1/decide");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().get("detail").asString())
                    .isEqualTo("the caller lacks the scope `decide`");
            assertThat(answer.header("WWW-Authenticate"))
                    .contains("error=\"insufficient_scope\", scope=\"decide\"");
        }
    }

    @Test
    void approvalsCountOnlyFromACallerThatMayVouch() {
        Path tokens = folder.resolve("tokens");
        String plain = TokenFile.add(tokens, caller("plain", Scope.DECIDE), new Random(1));
        String trusted =
                TokenFile.add(tokens, caller("trusted", Scope.DECIDE, Scope.VOUCH), new Random(2));
        try (Served served = Served.sample(withTokens(tokens))) {
            JsonNode unbelieved = as(served, plain, "/v1/decide").json();
            assertThat(unbelieved.get("effect").asString()).isEqualTo("require_attestation");
            assertThat(unbelieved.get("reasons").valueStream().map(JsonNode::asString))
                    .contains(
                            "approvals and second factor left out: the caller may not vouch for"
                                    + " them");
            assertThat(as(served, trusted, "/v1/decide").json().get("effect").asString())
                    .isEqualTo("allow");
        }
    }

    @Test
    void aClientOverItsRateWaits() {
        ServerLimits usual = ServerLimits.DEFAULT;
        ServerLimits strict =
                new ServerLimits(
                        usual.requestLineBytesMax(),
                        usual.headerBytesMax(),
                        usual.bodyBytesMax(),
                        usual.batchItemsMax(),
                        usual.pageItemsMax(),
                        usual.connectionsMax(),
                        usual.requestsMax(),
                        usual.receiveTime(),
                        usual.sendTime(),
                        usual.idleTime(),
                        usual.workTime(),
                        usual.drainTime(),
                        new Rate(1, 2),
                        usual.refusedRate());
        ServerSettings settings =
                new ServerSettings(
                        Served.ANY_PORT.address(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        strict);
        try (Served served = Served.sample(settings)) {
            served.client.post("/v1/decide", COMMIT);
            served.client.post("/v1/decide", COMMIT);
            Client.Answer answer = served.client.post("/v1/decide", COMMIT);
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(served.log.page(0, 10)).hasSize(2);
        }
    }

    private static Client.Answer as(Served served, String token, String path) {
        return served.client.send(
                served.client
                        .request(path)
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(COMMIT)));
    }

    private static Caller caller(String name, Scope... scopes) {
        return new Caller(name, Set.of(scopes));
    }

    private static ServerSettings withTokens(Path tokens) {
        return new ServerSettings(
                Served.ANY_PORT.address(),
                Optional.empty(),
                Optional.of(tokens),
                Optional.empty(),
                true,
                ServerLimits.DEFAULT);
    }

    private static ServerSettings settings(String host, Optional<Path> tokens) {
        return new ServerSettings(
                new InetSocketAddress(host, 0),
                Optional.empty(),
                tokens,
                Optional.empty(),
                true,
                ServerLimits.DEFAULT);
    }

    private static ServerSettings publicUrl(String url) {
        return new ServerSettings(
                Served.ANY_PORT.address(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(URI.create(url)),
                true,
                ServerLimits.DEFAULT);
    }
}
