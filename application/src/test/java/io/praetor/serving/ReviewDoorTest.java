package io.praetor.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.serving.access.Caller;
import io.praetor.serving.access.Scope;
import io.praetor.serving.access.TokenFile;
import io.praetor.serving.settings.ServerSettings;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Reviewing over HTTP, against a running server. */
class ReviewDoorTest {
    private static final String DEPLOY =
            "{'action_type':'deploy','actor_id':'user:zoe','actor_role':'developer',"
                    + "'resource':'env:production'}";

    @TempDir private Path folder;

    private static JsonNode decided(Served served) {
        return served.client.post("/v1/decide", Client.quoted(DEPLOY)).json();
    }

    private static Client.Answer post(Served served, String path, String body) {
        return served.client.post(path, Client.quoted(body));
    }

    private static String verdict(JsonNode found, String rest) {
        return "{'reviewer':'ann','record':'%s','hash':'%s',%s}"
                .formatted(found.get("id").asString(), found.get("hash").asString(), rest);
    }

    @Test
    void aCaseIsClaimedJudgedAndThenGoneFromTheQueue() {
        try (Served served = Served.sample()) {
            String id = decided(served).get("id").asString();
            JsonNode queue = served.client.get("/v1/queue?reviewer=ann").json();
            assertThat(queue.get("size").asInt()).isEqualTo(1);
            assertThat(queue.at("/entries/0/reasons").size()).isGreaterThan(1);

            JsonNode claimed = post(served, "/v1/queue/claims", "{'reviewer':'ann'}").json();
            JsonNode found = claimed.get("case");
            assertThat(found.get("id").asString()).isEqualTo(id);
            assertThat(found.at("/decision/citations").size()).isPositive();
            assertThat(found.at("/situation/action/type").asString()).isEqualTo("deploy");
            assertThat(post(served, "/v1/queue/claims", "{'reviewer':'ben'}").status())
                    .isEqualTo(404);

            Client.Answer kept =
                    post(
                            served,
                            "/v1/reviews",
                            verdict(found, "'verdict':'corrected','decision':'require_mfa'"));
            assertThat(kept.status()).isEqualTo(200);
            assertThat(kept.json().at("/review/reviewer").asString()).isEqualTo("local:ann");
            assertThat(kept.json().at("/review/authenticated").asBoolean()).isFalse();
            assertThat(kept.json().at("/review/kind").asString()).isNotEmpty();
            assertThat(served.client.get("/v1/queue?reviewer=ben").json().get("size").asInt())
                    .isZero();
            JsonNode statistics = served.client.get("/v1/reviews/statistics").json();
            assertThat(statistics.get("reviewed").asInt()).isEqualTo(1);
            assertThat(statistics.at("/training/corrections").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aBlindCaseShowsNothingOfItsDecisionUntilTheVerdictIsIn() {
        try (Served served = Served.blind()) {
            String id = decided(served).get("id").asString();
            List<String> answers =
                    List.of(
                            served.client.get("/v1/queue?reviewer=ann").body(),
                            served.client.get("/v1/queue?reviewer=ann&mode=incorrect").body(),
                            served.client.get("/v1/decisions?reviewer=ann").body(),
                            served.client.get("/v1/decisions/" + id + "?reviewer=ann").body(),
                            served.client.get("/v1/reviews?reviewer=ann&record=" + id).body(),
                            post(served, "/v1/queue/claims", "{'reviewer':'ann'}").body());
            for (String answer : answers) {
                JsonNode json = Client.parse(answer);
                for (String part :
                        List.of(
                                "summary",
                                "decision",
                                "effect",
                                "worth",
                                "path",
                                "expected",
                                "evaluations",
                                "citations",
                                "passages")) {
                    assertThat(json.findValue(part)).as("%s in %s", part, answer).isNull();
                }
                assertThat(answer).doesNotContain("require_attestation").doesNotContain("clause");
            }
            JsonNode found = Client.parse(answers.get(3));
            assertThat(post(served, "/v1/reviews", verdict(found, "'verdict':'accepted'")).status())
                    .isEqualTo(400);
            JsonNode kept =
                    post(
                                    served,
                                    "/v1/reviews",
                                    verdict(found, "'verdict':'corrected','decision':'deny'"))
                            .json();
            assertThat(kept.at("/review/blind").asBoolean()).isTrue();
            assertThat(kept.at("/case/summary/effect").asString()).isNotEmpty();
            assertThat(kept.at("/case/decision/citations").size()).isPositive();
        }
    }

    @Test
    void whatIsNoReviewIsRefusedWithAReason() {
        try (Served served = Served.sample()) {
            decided(served);
            JsonNode found = served.client.get("/v1/queue?reviewer=ann").json().at("/entries/0");
            check(served, verdict(found, "'verdict':'perhaps'"), 400);
            check(served, verdict(found, "'verdict':'corrected'"), 400);
            check(served, verdict(found, "'verdict':'accepted','decision':'deny'"), 400);
            check(served, verdict(found, "'verdict':'accepted','decison':'deny'"), 400);
            check(served, verdict(found, "'verdict':'accepted','explanation_score':6"), 400);
            check(served, verdict(found, "'verdict':'accepted','took_millis':-1"), 400);
            check(served, "{'record':'x','hash':'y','verdict':'accepted'}", 400);
            check(served, "[]", 400);
            String zoe = verdict(found, "'verdict':'accepted'").replace("'ann'", "'zoe'");
            check(served, zoe, 403);
            String other =
                    verdict(found, "'verdict':'accepted'")
                            .replace(found.get("hash").asString(), "0".repeat(64));
            check(served, other, 409);
            String nobody =
                    verdict(found, "'verdict':'accepted'")
                            .replace(found.get("id").asString(), "nobody");
            check(served, nobody, 404);
            check(served, verdict(found, "'verdict':'accepted'"), 200);
            check(served, verdict(found, "'verdict':'accepted'"), 409);
            check(
                    served,
                    verdict(found, "'verdict':'corrected','reasoning':'why','revises':true"),
                    200);
            assertThat(served.client.get("/v1/decisions/none?reviewer=ann").status())
                    .isEqualTo(404);
            assertThat(served.client.get("/v1/queue").status()).isEqualTo(400);
            assertThat(served.client.get("/v1/queue?reviewer=ann&limit=0").status()).isEqualTo(400);
        }
    }

    private static void check(Served served, String body, int status) {
        assertThat(post(served, "/v1/reviews", body).status()).as(body).isEqualTo(status);
    }

    @Test
    void withTokensTheReviewerIsWhomTheTokenWasGivenTo() {
        Path tokens = folder.resolve("tokens");
        String ann = TokenFile.add(tokens, new Caller("ann", Set.of(Scope.REVIEW)), new Random(1));
        String gateway =
                TokenFile.add(tokens, new Caller("gateway", Set.of(Scope.DECIDE)), new Random(2));
        ServerSettings settings =
                new ServerSettings(
                        Served.ANY_PORT.address(),
                        Optional.empty(),
                        Optional.of(tokens),
                        Optional.empty(),
                        true,
                        Served.ANY_PORT.limits());
        try (Served served = Served.sample(settings)) {
            as(served, gateway, "/v1/decide", DEPLOY);
            assertThat(served.client.get("/v1/queue").status()).isEqualTo(401);
            assertThat(as(served, gateway, "/v1/queue/claims", "{}").status()).isEqualTo(403);
            JsonNode claimed = as(served, ann, "/v1/queue/claims", "{}").json();
            assertThat(claimed.at("/claim/reviewer").asString()).isEqualTo("ann");
            assertThat(as(served, ann, "/v1/queue/claims", "{'reviewer':'ben'}").status())
                    .isEqualTo(400);
            String accepted =
                    verdict(claimed.get("case"), "'verdict':'accepted'")
                            .replace("'reviewer':'ann',", "");
            JsonNode kept = as(served, ann, "/v1/reviews", accepted).json();
            assertThat(kept.at("/review/authenticated").asBoolean()).isTrue();
        }
    }

    private static Client.Answer as(Served served, String token, String path, String body) {
        return served.client.send(
                served.client
                        .request(path)
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }
}
