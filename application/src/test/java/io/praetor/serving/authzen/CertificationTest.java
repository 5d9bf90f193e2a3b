package io.praetor.serving.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.serving.Client;
import io.praetor.serving.Served;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The certification scenario of the AuthZEN Authorization API 1.0 (public repository
 * openid/authzen, {@code certification/}), levels Basic, Batch and Search; the numbers are its own.
 * Discovery needs TLS: see {@code TlsTest}.
 */
class CertificationTest {
    private static final JsonNode CASES = Client.parse(Served.text("interop/certification.json"));
    private static final String READ =
            "{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},"
                    + "'resource':{'type':'record','id':'record-1'}}";
    private static final Served SERVED =
            Served.policy("interop/certification.yaml", Served.ANY_PORT);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void everyCaseOfTheScenarioPasses() {
        List<String> failed = new ArrayList<>();
        for (JsonNode row : CASES) {
            Client.Answer answer =
                    SERVED.client.post("/access/v1/" + row.get("path").asString(), row.get("body"));
            if (!isAsExpected(answer, row)) {
                failed.add(row.get("case").asString() + ": " + answer.status() + answer.body());
            }
        }
        assertThat(failed).isEmpty();
        assertThat(CASES).hasSize(55);
    }

    /** 2.4.3 to 2.4.5. */
    @Test
    void whatIsNoJsonIsABadRequest() {
        String read = READ.replace('\'', '"');
        checkBad(read, "text/plain");
        checkBad(read, "application/xml");
        checkBad("{\"subject\":", "application/json");
        checkBad("", "application/json");
        checkBad("[" + read + "]", "application/json");
    }

    /** 2.5. */
    @Test
    void theRequestIdIsEchoed() {
        Client.Answer answer =
                SERVED.client.send(
                        SERVED.client
                                .request("/access/v1/evaluation")
                                .header("X-Request-ID", "bfe9eb29-ab87")
                                .POST(BodyPublishers.ofString(READ.replace('\'', '"'))));
        assertThat(answer.header("X-Request-ID")).isEqualTo("bfe9eb29-ab87");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    /** 2.3 and 2.5.2. */
    @Test
    void withoutARequestIdTheDecisionIsABooleanBesideItsContext() {
        Client.Answer answer = SERVED.client.post("/access/v1/evaluation", Client.quoted(READ));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("decision").isBoolean()).isTrue();
        assertThat(answer.json().get("context").isObject()).isTrue();
    }

    /** 2.6. */
    @Test
    void theSameRequestGetsTheSameDecision() {
        for (int time = 0; time < 5; time++) {
            JsonNode answer =
                    SERVED.client.post("/access/v1/evaluation", Client.quoted(READ)).json();
            assertThat(answer.get("decision").booleanValue()).isTrue();
        }
    }

    /** 4.5. */
    @Test
    void pagesFollowEachOtherToTheEnd() {
        String search =
                "{'subject':{'type':'user'},'action':{'name':'read'},"
                        + "'resource':{'type':'record','id':'record-1'},'page':{%s}}";
        JsonNode first =
                SERVED.client
                        .post(
                                "/access/v1/search/subject",
                                Client.quoted(search.formatted("'limit':1")))
                        .json();
        assertThat(ids(first)).containsExactly("alice");
        String token = first.at("/page/next_token").asString();
        assertThat(token).isNotEmpty();

        JsonNode second =
                SERVED.client
                        .post(
                                "/access/v1/search/subject",
                                Client.quoted(search.formatted("'token':'" + token + "'")))
                        .json();
        assertThat(ids(second)).containsExactly("bob");
        assertThat(second.at("/page/next_token").asString()).isEmpty();
        assertThat(second.at("/page/count").intValue()).isEqualTo(1);
    }

    private static void checkBad(String body, String type) {
        Client.Answer answer =
                SERVED.client.send(
                        SERVED.client
                                .request("/access/v1/evaluation")
                                .setHeader("Content-Type", type)
                                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().isString()).isTrue();
    }

    private static boolean isAsExpected(Client.Answer answer, JsonNode row) {
        if (row.has("status")) {
            return answer.status() == row.get("status").intValue() && answer.json().isString();
        }
        if (answer.status() != 200) {
            return false;
        }
        JsonNode json = answer.json();
        if (row.has("decision")) {
            return json.get("decision").equals(row.get("decision"));
        }
        if (row.has("finds")) {
            return ids(json).equals(texts(row.get("finds"))) && !json.has("page");
        }
        JsonNode items = json.get("evaluations");
        return row.has("length")
                ? items.size() == row.get("length").intValue()
                : decisions(items).equals(decisions(row));
    }

    private static List<String> ids(JsonNode search) {
        return StreamSupport.stream(search.get("results").spliterator(), false)
                .map(found -> found.has("id") ? found.get("id") : found.get("name"))
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
    }

    private static List<JsonNode> decisions(JsonNode items) {
        return items.has("decisions")
                ? List.copyOf(items.get("decisions").valueStream().toList())
                : items.valueStream().map(item -> item.get("decision")).toList();
    }
}
