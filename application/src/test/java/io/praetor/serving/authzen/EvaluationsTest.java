package io.praetor.serving.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.serving.Client;
import io.praetor.serving.Served;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Batches beyond what the certification scenario asks, and searches page by page. */
class EvaluationsTest {
    private static final String ALICE = "'subject':{'type':'user','id':'alice'}";
    private static final String READ = "'action':{'name':'read'}";
    private static final String KNOWN = "{'resource':{'type':'record','id':'record-1'}}";
    private static final String DENIED =
            "{'action':{'name':'burn'},'resource':{'type':'record','id':'record-1'}}";
    private static final Served SERVED =
            Served.policy("interop/certification.yaml", Served.ANY_PORT);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void aSemanticEndsTheBatchWhereItSays() {
        check("execute_all", List.of(KNOWN, DENIED, KNOWN), List.of(true, false, true));
        check("deny_on_first_deny", List.of(KNOWN, DENIED, KNOWN), List.of(true, false));
        check("permit_on_first_permit", List.of(DENIED, KNOWN, DENIED), List.of(false, true));
        check("deny_on_first_deny", List.of(KNOWN, KNOWN), List.of(true, true));
        check("deny_on_first_deny", List.of(KNOWN, "{}", KNOWN), List.of(true, false));
        check("permit_on_first_permit", List.of("{}", "7", KNOWN), List.of(false, false, true));
    }

    @Test
    void anItemThatFailsSaysWhyAndOnlyThere() {
        JsonNode answers =
                SERVED.client
                        .post("/access/v1/evaluations", batch("", List.of(KNOWN, "{}", "[]")))
                        .json()
                        .get("evaluations");
        assertThat(answers.at("/0/decision").booleanValue()).isTrue();
        assertThat(answers.at("/1/decision").booleanValue()).isFalse();
        assertThat(answers.at("/1/context/error/status").intValue()).isEqualTo(400);
        assertThat(answers.at("/1/context/error/message").asString())
                .startsWith("resource: is missing");
        assertThat(answers.at("/2/context/error"))
                .isEqualTo(Client.quoted("{'status':400,'message':'is not a JSON object'}"));
    }

    @Test
    void aDenialSaysWhatItRestsOn() {
        JsonNode context =
                SERVED.client
                        .post(
                                "/access/v1/evaluation",
                                Client.quoted(
                                        "{"
                                                + ALICE
                                                + ",'action':{'name':'burn'},"
                                                + "'resource':{'type':'record','id':'record-1'}}"))
                        .json()
                        .get("context");
        assertThat(context.get("effect").asString()).isEqualTo("deny");
        assertThat(context.get("clauses"))
                .isEqualTo(
                        Client.quoted(
                                "[{'id':'nothing.else','text':'Nothing else is permitted.'}]"));
        assertThat(context.get("obligations").isEmpty()).isTrue();
        assertThat(context.get("reasons").isEmpty()).isFalse();
        assertThat(context.get("policy").asString()).isEqualTo("authzen-certification 1.0.0");
    }

    @Test
    void aBatchThatMakesNoSenseIsABadRequest() {
        checkBad("{'evaluations':{}}", "evaluations: is not a list");
        checkBad("{'evaluations':null}", "evaluations: is not a list");
        checkBad("{'subject':'alice','evaluations':[{}]}", "subject: is not an object");
        checkBad("{'options':7,'evaluations':[{}]}", "options: is not an object");
        checkBad(
                "{'options':{'evaluations_semantic':'some'},'evaluations':[{}]}",
                "options.evaluations_semantic: is none of execute_all, deny_on_first_deny,"
                        + " permit_on_first_permit");
        checkBad(
                "{'evaluations':["
                        + Stream.generate(() -> "{}").limit(101).collect(Collectors.joining(","))
                        + "]}",
                "evaluations: has 101 items, at most 100");
        checkBad("{'evaluations':[{'a':1,'a':2}]}", "evaluations[0].a: is given twice");
    }

    @Test
    void unknownOptionsAreIgnored() {
        JsonNode request =
                Client.quoted(
                        "{%s,%s,'options':{'another':true},'evaluations':[%s]}"
                                .formatted(ALICE, READ, KNOWN));
        assertThat(SERVED.client.post("/access/v1/evaluations", request).status()).isEqualTo(200);
    }

    @Test
    void aPageLeadsToTheNextWithTheSameLimit() {
        String search = "{%s,'resource':{'type':'record','id':'record-1'},'page':{%s}}";
        JsonNode first = actions(search.formatted(ALICE, "'limit':1"));
        assertThat(first.at("/results/0/name").asString()).isEqualTo("read");
        String token = first.at("/page/next_token").asString();

        JsonNode second = actions(search.formatted(ALICE, "'limit':1,'token':'" + token + "'"));
        assertThat(second.at("/results/0/name").asString()).isEqualTo("write");
        assertThat(second.at("/page/next_token").asString()).isEmpty();
    }

    @Test
    void noResultsFitOnAPageOfNone() {
        JsonNode page =
                actions(
                        "{%s,'resource':{'type':'record','id':'record-1'},'page':{'limit':0}}"
                                .formatted(ALICE));
        assertThat(page.get("results").isEmpty()).isTrue();
        assertThat(page.at("/page/next_token").asString()).isNotEmpty();
    }

    @Test
    void aTokenFitsItsOwnSearchOnly() {
        String search = "{%s,'resource':{'type':'record','id':'%s'},'page':{%s}}";
        String token =
                actions(search.formatted(ALICE, "record-1", "'limit':1"))
                        .at("/page/next_token")
                        .asString();
        String given = "'token':'" + token + "'";
        String bob = "'subject':{'type':'user','id':'bob'}";

        checkToken(search.formatted(bob, "record-1", given));
        checkToken(search.formatted(ALICE, "record-2", given));
        checkToken(search.formatted(ALICE, "record-1", given + ",'limit':2"));
        for (int index : IntStream.range(0, token.length()).toArray()) {
            char other = token.charAt(index) == 'A' ? 'Q' : 'A';
            String forged = token.substring(0, index) + other + token.substring(index + 1);
            checkToken(search.formatted(ALICE, "record-1", "'token':'" + forged + "'"));
        }
        for (String nonsense : List.of("x", "!!", "A".repeat(200), token + "AAAA")) {
            checkToken(search.formatted(ALICE, "record-1", "'token':'" + nonsense + "'"));
        }
    }

    @Test
    void aPageThatMakesNoSenseIsABadRequest() {
        for (String page :
                List.of("7", "{'limit':-1}", "{'limit':1.5}", "{'limit':'1'}", "{'token':7}")) {
            Client.Answer answer =
                    SERVED.client.post(
                            "/access/v1/search/action",
                            Client.quoted(
                                    "{%s,'resource':{'type':'record','id':'record-1'},'page':%s}"
                                            .formatted(ALICE, page)));
            assertThat(answer.status()).as(page).isEqualTo(400);
        }
    }

    private static void check(String semantic, List<String> items, List<Boolean> expected) {
        String options = "'options':{'evaluations_semantic':'" + semantic + "'},";
        JsonNode answers =
                SERVED.client.post("/access/v1/evaluations", batch(options, items)).json();
        assertThat(
                        answers.get("evaluations")
                                .valueStream()
                                .map(answer -> answer.get("decision").booleanValue())
                                .toList())
                .isEqualTo(expected);
    }

    private static JsonNode batch(String options, List<String> items) {
        return Client.quoted(
                "{%s,%s,%s'evaluations':[%s]}"
                        .formatted(ALICE, READ, options, String.join(",", items)));
    }

    private static void checkBad(String request, String message) {
        Client.Answer answer =
                SERVED.client.post("/access/v1/evaluations", request.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().asString()).endsWith(message);
    }

    private static JsonNode actions(String request) {
        return SERVED.client.post("/access/v1/search/action", Client.quoted(request)).json();
    }

    private static void checkToken(String request) {
        Client.Answer answer =
                SERVED.client.post("/access/v1/search/action", Client.quoted(request));
        assertThat(answer.status()).as(request).isEqualTo(400);
        assertThat(answer.json().asString()).contains("page.token");
    }
}
