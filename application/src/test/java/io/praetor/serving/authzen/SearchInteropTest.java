package io.praetor.serving.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.serving.Client;
import io.praetor.serving.Served;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The Search scenario and the identity provider scenario, which asks a part of it (public
 * repository openid/authzen, {@code interop/}). Whole answers are compared, as there.
 */
class SearchInteropTest {
    private static final JsonNode FACTS = Client.parse(Served.text("interop/search.json"));
    private static final List<String> ACTIONS = List.of("delete", "edit", "view");
    private static final Served SERVED = Served.policy("interop/search.yaml", Served.ANY_PORT);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void whoMayDoThisToTheRecord() {
        for (JsonNode record : FACTS.get("records")) {
            for (String action : ACTIONS) {
                check(
                        "subject",
                        "{'subject':{'type':'user'},'action':{'name':'%s'},'resource':%s}"
                                .formatted(action, resource(record)),
                        texts(record.get(action)).map(SearchInteropTest::user));
            }
        }
    }

    @Test
    void whichRecordsMayTheUserDoThisTo() {
        for (String user : texts(FACTS.get("users")).toList()) {
            for (String action : ACTIONS) {
                check(
                        "resource",
                        "{'subject':%s,'action':{'name':'%s'},'resource':{'type':'record'}}"
                                .formatted(user(user), action),
                        records()
                                .filter(record -> may(user, action, record))
                                .map(SearchInteropTest::resource));
            }
        }
    }

    @Test
    void whatMayTheUserDoToTheRecord() {
        for (String user : texts(FACTS.get("users")).toList()) {
            for (JsonNode record : FACTS.get("records")) {
                check(
                        "action",
                        "{'subject':%s,'resource':%s}".formatted(user(user), resource(record)),
                        ACTIONS.stream()
                                .filter(action -> may(user, action, record))
                                .map("{'name':'%s'}"::formatted));
            }
        }
    }

    @Test
    void whatNobodyKnowsIsFoundNowhere() {
        check(
                "subject",
                "{'subject':{'type':'user'},'action':{'name':'view'},"
                        + "'resource':{'type':'record','id':'999'}}",
                Stream.of());
        check(
                "subject",
                "{'subject':{'type':'user'},'action':{'name':'fold'},"
                        + "'resource':{'type':'record','id':'101'}}",
                Stream.of());
        check(
                "resource",
                "{'subject':{'type':'user','id':'zoe'},'action':{'name':'view'},"
                        + "'resource':{'type':'record'}}",
                Stream.of());
        check(
                "action",
                "{'subject':{'type':'user','id':'alice'},"
                        + "'resource':{'type':'record','id':'999'}}",
                Stream.of());
    }

    @Test
    void nothingOfASearchIsRecorded() {
        check(
                "action",
                "{'subject':{'type':'user','id':'dan'},"
                        + "'resource':{'type':'record','id':'115'}}",
                Stream.of("{'name':'edit'}", "{'name':'view'}"));
        assertThat(SERVED.log.page(0, 1)).isEmpty();
        assertThat(SERVED.events)
                .contains(
                        "{\"at\":\"2026-03-02T10:00:00Z\",\"level\":\"info\",\"event\":\"search\","
                                + "\"kind\":\"action\",\"judged\":3,\"found\":2,\"complete\":true,"
                                + "\"caller\":\"local\"}");
    }

    private static void check(String kind, String request, Stream<String> expected) {
        Client.Answer answer =
                SERVED.client.post("/access/v1/search/" + kind, Client.quoted(request));
        String results = String.join(",", expected.toList());
        assertThat(answer.body())
                .as(request)
                .isEqualTo("{'results':[%s]}".formatted(results).replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(200);
    }

    private static boolean may(String user, String action, JsonNode record) {
        return texts(record.get(action)).anyMatch(user::equals);
    }

    private static String user(String id) {
        return "{'type':'user','id':'%s'}".formatted(id);
    }

    private static String resource(JsonNode record) {
        return "{'type':'record','id':'%s'}".formatted(record.get("record").asString());
    }

    private static Stream<JsonNode> records() {
        return StreamSupport.stream(FACTS.get("records").spliterator(), false);
    }

    private static Stream<String> texts(JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false).map(JsonNode::asString);
    }
}
