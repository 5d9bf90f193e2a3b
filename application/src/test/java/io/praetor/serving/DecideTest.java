package io.praetor.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.log.RecordKind;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Full decisions over HTTP, under the sample policy. */
class DecideTest {
    private static final Served SERVED = Served.sample();

    /** Three ways to write one deploy to staging by a deployer, without an approval. */
    private static final String FLAT =
            """
            {'action_type': 'deploy', 'actor_role': 'deployer', 'actor_id': 'user:dora',
             't3_tensor': {'competence': 0.9, 'reliability': 0.9, 'integrity': 0.9},
             'identity_metrics': {'level': 'trusted', 'coherence': 0.9},
             'resource': 'env:staging', 'timestamp': '2026-03-02T10:00:00Z'}""";

    private static final String R6 =
            """
            {'actorId': 'user:dora', 'timestamp': '2026-03-02T10:00:00Z',
             'action': {'type': 'deploy', 'target': 'env:staging',
                        'parameters': {'role': 'deployer',
                            'identity': {'level': 'trusted', 'coherence': 0.9}}},
             'trustState': {'competence': 0.9, 'reliability': 0.9, 'integrity': 0.9}}""";

    private static final String AUTHZEN =
            """
            {'subject': {'type': 'user', 'id': 'dora', 'properties': {'role': 'deployer',
                't3_tensor': {'competence': 0.9, 'reliability': 0.9, 'integrity': 0.9},
                'identity_metrics': {'level': 'trusted', 'coherence': 0.9}}},
             'action': {'name': 'deploy'},
             'resource': {'type': 'env', 'id': 'staging'},
             'context': {'timestamp': '2026-03-02T10:00:00Z'}}""";

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void threeDialectsGetOneDecisionAndOneExplanation() {
        JsonNode flat = account(FLAT);
        assertThat(flat.get("effect").asString()).isEqualTo("require_attestation");
        assertThat(account(R6)).isEqualTo(flat);
        assertThat(account(AUTHZEN)).isEqualTo(flat);
    }

    @Test
    void aDecisionTellsWhatItRestsOn() {
        JsonNode decision = decide(FLAT);
        assertThat(decision.get("r6"))
                .isEqualTo(
                        Client.quoted(
                                """
                                {'rules': ['law.deploy'], 'role': 'deployer', 'request': 'deploy',
                                 'reference': ['deploy.approval'], 'resource': 'env:staging',
                                 'result': 'require_attestation'}"""));
        assertThat(decision.at("/citations/0/clause").asString()).isEqualTo("deploy.approval");
        assertThat(decision.at("/citations/0/quote").asString()).startsWith("Deployers and admins");
        assertThat(decision.at("/obligations/0/asks").asString()).isEqualTo("attestation");
        assertThat(decision.at("/obligations/0/attester").asString()).isEqualTo("admin");
        assertThat(decision.at("/obligations/0/met").booleanValue()).isFalse();
        assertThat(decision.at("/policy/id").asString()).isEqualTo("team-default");
        assertThat(decision.at("/policy/hash").asString()).hasSize(64);
        assertThat(decision.at("/evaluations/rules/says").asString()).isEqualTo("applicable");
        assertThat(decision.at("/record/hash").asString()).hasSize(64);
    }

    @Test
    void whatIsReleasedIsInTheLogUnderItsSequence() {
        JsonNode decision = decide(FLAT);
        long sequence = decision.at("/record/sequence").longValue();
        var record = SERVED.log.page(sequence, 1).getFirst();
        assertThat(record.hash().toString()).isEqualTo(decision.at("/record/hash").asString());
        assertThat(record.record().id().toString()).isEqualTo(decision.get("id").asString());
    }

    @Test
    void anApprovalThatIsVouchedForIsCounted() {
        JsonNode decision =
                decide(
                        FLAT.replace(
                                "'resource'",
                                "'approvals':[{'by':'user:olivia','role':'admin','kind':'admin',"
                                        + "'at':'2026-03-02T09:00:00Z'}],'resource'"));
        assertThat(decision.get("effect").asString()).isEqualTo("allow");
        assertThat(decision.get("resolved").asString()).isEqualTo("require_attestation");
        assertThat(decision.at("/obligations/0/met_by/0").asString()).isEqualTo("user:olivia");
    }

    @Test
    void aRefusedRequestDecidesNothingSaysEveryReasonAndIsRecorded() {
        Client.Answer answer =
                SERVED.client.post(
                        "/v1/decide",
                        """
                        {"action_type": "read", "actor_id": "user:a\\u200bb", "t3_tensor":
                         {"competence": 1.2, "reliability": NaN, "integrity": "x"}}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("detail").asString())
                .isEqualTo("the request is refused; nothing was decided");
        assertThat(problem.get("errors").valueStream().map(error -> error.get("path").asString()))
                .contains("actor_id", "t3_tensor.competence", "t3_tensor.integrity");
        String id = problem.get("instance").asString().substring("urn:uuid:".length());
        assertThat(kindsInLog(id)).containsExactly(RecordKind.REFUSAL);
    }

    @Test
    void whatNoReaderShouldTakeIsRefused() {
        for (String body :
                List.of(
                        "",
                        "7",
                        "null",
                        "\"read\"",
                        "{",
                        "{}",
                        "[]",
                        "{\"requests\":[]}",
                        "{\"requests\":7}",
                        "{\"action_type\":\"read\",\"action_type\":\"read\"}",
                        "{\"action_type\":\"read\",\"actor_id\":\"user:a\",\"atp_available\":-1}",
                        "{\"action_type\":\"read\",\"actor_id\":\"user:a\"} {}",
                        "{\"action_type\":\"\\ud800\",\"actor_id\":\"user:a\"}")) {
            Client.Answer answer = SERVED.client.post("/v1/decide", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.json().get("errors").isEmpty()).as(body).isFalse();
        }
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] body =
                FLAT.replace('\'', '"').replace("dora", "d?ra").getBytes(StandardCharsets.UTF_8);
        body[new String(body, StandardCharsets.UTF_8).indexOf("d?ra") + 1] = (byte) 0xFF;
        Client.Answer answer =
                SERVED.client.send(
                        SERVED.client.request("/v1/decide").POST(BodyPublishers.ofByteArray(body)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/reason").asString()).isEqualTo("is not valid UTF-8");
    }

    @Test
    void aBatchAnswersEachInItsPlace() {
        String broken = "{'action_type':'read'}";
        for (String batch :
                List.of(
                        "[" + FLAT + "," + broken + ",7," + R6 + "," + AUTHZEN + "]",
                        "{'requests':["
                                + FLAT
                                + ","
                                + broken
                                + ",7,"
                                + R6
                                + ","
                                + AUTHZEN
                                + "]}")) {
            JsonNode decisions =
                    SERVED.client.post("/v1/decide", Client.quoted(batch)).json().get("decisions");
            assertThat(decisions).hasSize(5);
            assertThat(decisions.at("/0/effect").asString()).isEqualTo("require_attestation");
            assertThat(decisions.at("/1/problem/errors/0/path").asString()).isEqualTo("actor_id");
            assertThat(decisions.at("/2/problem/errors/0/reason").asString())
                    .isEqualTo("is not a JSON object");
            assertThat(decisions.at("/3/effect").asString()).isEqualTo("require_attestation");
            assertThat(decisions.at("/4/effect").asString()).isEqualTo("require_attestation");
        }
    }

    @Test
    void aBatchHasALimit() {
        String items = Stream.generate(() -> "{}").limit(101).collect(Collectors.joining(","));
        Client.Answer answer = SERVED.client.post("/v1/decide", "[" + items + "]");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors"))
                .isEqualTo(
                        Client.quoted(
                                "[{'path':'requests','reason':'has 101 items, expected 1 to"
                                        + " 100'}]"));
    }

    @Test
    void aParameterNamedRequestsIsAParameter() {
        JsonNode decision = decide(FLAT.replace("'resource'", "'requests': [1, 2], 'resource'"));
        assertThat(decision.get("effect").asString()).isEqualTo("require_attestation");
    }

    @Test
    void notRecordedNotReleased() {
        try (Served served = Served.unrecorded("every-field.yaml", "disk is full")) {
            JsonNode decision =
                    served.client
                            .post(
                                    "/v1/decide",
                                    Client.quoted(
                                            "{'action_type':'read','actor_id':'user:a',"
                                                    + "'actor_role':'clerk'}"))
                            .json();
            assertThat(decision.get("effect").asString()).isEqualTo("deny");
            assertThat(decision.get("record"))
                    .isEqualTo(Client.quoted("{'not_recorded':'disk is full'}"));
            assertThat(decision.at("/reasons/0").asString())
                    .isEqualTo("not recorded, so not released: disk is full");
            assertThat(served.client.get("/metrics").body())
                    .contains("praetor_not_recorded_total 1");
        }
    }

    private static JsonNode decide(String request) {
        Client.Answer answer = SERVED.client.post("/v1/decide", Client.quoted(request));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    /** The decision without what tells one asking from another. */
    private static JsonNode account(String request) {
        return ((ObjectNode) decide(request)).without(List.of("id", "latency_micros", "record"));
    }

    private static List<RecordKind> kindsInLog(String id) {
        return SERVED.log.page(0, 1_000).stream()
                .map(record -> record.record())
                .filter(record -> record.id().toString().equals(id))
                .map(record -> record.kind())
                .toList();
    }
}
