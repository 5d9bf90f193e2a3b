package io.praetor.serving.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.serving.Client;
import io.praetor.serving.Served;
import io.praetor.serving.settings.ServerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The Todo scenario and the API gateway scenario (public repository openid/authzen, {@code
 * interop/}): who may do what to which todo, and through which route.
 */
class TodoInteropTest {
    private static final JsonNode FACTS = Client.parse(Served.text("interop/todo.json"));
    private static final JsonNode PEOPLE = FACTS.get("people");
    private static final Served SERVED = Served.policy("interop/todo.yaml", Served.ANY_PORT);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void everybodyMayDoWhatTheScenarioSays() {
        List<String> wrong = new ArrayList<>();
        for (String who : PEOPLE.propertyNames()) {
            for (String owner : PEOPLE.propertyNames()) {
                check(evaluation(who, "can_read_user", user(owner)), true, wrong);
                for (String action : List.of("can_update_todo", "can_delete_todo")) {
                    boolean expected = mayChange(who, action, owner);
                    check(evaluation(who, action, todo(owner)), expected, wrong);
                }
            }
            check(evaluation(who, "can_read_todos", anyTodo()), true, wrong);
            boolean creates = contains(FACTS.at("/may/can_create_todo"), who);
            check(evaluation(who, "can_create_todo", anyTodo()), creates, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    /** Draft 00 named the owner beside the properties, where the standard has nothing. */
    @Test
    void theDirectoryKnowsTheOwnersThatTheFirstDraftSentElsewhere() {
        List<String> wrong = new ArrayList<>();
        for (String who : PEOPLE.propertyNames()) {
            for (String owner : PEOPLE.propertyNames()) {
                JsonNode request =
                        Client.quoted(
                                """
                                {'subject': {'type': 'user', 'id': '%s', 'identity': '%s'},
                                 'action': {'name': 'can_update_todo'},
                                 'resource': {'type': 'todo', 'id': '%s', 'ownerID': '%s'}}"""
                                        .formatted(
                                                email(who),
                                                PEOPLE.at("/" + who + "/subject").asString(),
                                                PEOPLE.at("/" + owner + "/todo").asString(),
                                                email(owner)));
                check(request, mayChange(who, "can_update_todo", owner), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aBoxcarAnswersForEachTodo() {
        for (String who : PEOPLE.propertyNames()) {
            StringBuilder items = new StringBuilder();
            List<Boolean> expected = new ArrayList<>();
            for (String owner : PEOPLE.propertyNames()) {
                items.append(items.isEmpty() ? "" : ",");
                items.append("{'resource':").append(todo(owner)).append('}');
                expected.add(mayChange(who, "can_update_todo", owner));
            }
            JsonNode request =
                    Client.quoted(
                            "{'subject':%s,'action':{'name':'can_update_todo'},'resource':{},"
                                            .formatted(subject(who, "user"))
                                    + "'context':{},'evaluations':["
                                    + items
                                    + "]}");
            JsonNode answers =
                    SERVED.client.post("/access/v1/evaluations", request).json().get("evaluations");
            assertThat(decisions(answers)).isEqualTo(expected);
        }
    }

    @Test
    void theGatewayLetsThroughWhomTheRouteIsFor() {
        List<String> wrong = new ArrayList<>();
        for (JsonNode route : FACTS.get("routes")) {
            for (String who : PEOPLE.propertyNames()) {
                JsonNode request =
                        Client.quoted(
                                "{'subject':%s,'action':{'name':'%s'},'context':{},'resource':"
                                                .formatted(
                                                        subject(who, "identity"),
                                                        route.get("method").asString())
                                        + "{'type':'route','id':'"
                                        + route.get("route").asString()
                                        + "'}}");
                check(request, contains(route.get("may"), who), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The public test programs compare whole answers, so that a context counts as a mistake. */
    @Test
    void withoutContextTheAnswerIsTheDecisionAlone() {
        ServerSettings usual = Served.ANY_PORT;
        ServerSettings terse =
                new ServerSettings(
                        usual.address(),
                        usual.tls(),
                        usual.tokens(),
                        usual.publicUrl(),
                        false,
                        usual.limits());
        try (Served served = Served.policy("interop/todo.yaml", terse)) {
            JsonNode request =
                    Client.quoted(
                            "{'subject':%s,'action':{'name':'can_update_todo'},'evaluations':["
                                            .formatted(subject("morty", "user"))
                                    + "{'resource':%s},{'resource':%s}]}"
                                            .formatted(todo("rick"), todo("morty")));
            assertThat(served.client.post("/access/v1/evaluations", request).body())
                    .isEqualTo("{\"evaluations\":[{\"decision\":false},{\"decision\":true}]}");
        }
    }

    private static void check(JsonNode request, boolean expected, List<String> wrong) {
        Client.Answer answer = SERVED.client.post("/access/v1/evaluation", request);
        boolean right =
                answer.status() == 200
                        && answer.json().get("decision").isBoolean()
                        && answer.json().get("decision").booleanValue() == expected;
        if (!right) {
            wrong.add(request + " -> " + answer.body());
        }
    }

    private static boolean mayChange(String who, String action, String owner) {
        JsonNode may = FACTS.at("/may/" + action);
        return contains(may.get("any"), who)
                || (who.equals(owner) && contains(may.get("own"), who));
    }

    private static JsonNode evaluation(String who, String action, String resource) {
        return Client.quoted(
                "{'subject':%s,'action':{'name':'%s'},'resource':%s}"
                        .formatted(subject(who, "user"), action, resource));
    }

    private static String subject(String who, String type) {
        return "{'type':'%s','id':'%s'}"
                .formatted(type, PEOPLE.at("/" + who + "/subject").asString());
    }

    private static String user(String who) {
        return "{'type':'user','id':'%s'}".formatted(email(who));
    }

    private static String todo(String owner) {
        return "{'type':'todo','id':'%s','properties':{'ownerID':'%s'}}"
                .formatted(PEOPLE.at("/" + owner + "/todo").asString(), email(owner));
    }

    private static String anyTodo() {
        return "{'type':'todo','id':'todo-1'}";
    }

    private static String email(String who) {
        return PEOPLE.at("/" + who + "/email").asString();
    }

    private static boolean contains(JsonNode names, String who) {
        return StreamSupport.stream(names.spliterator(), false)
                .anyMatch(name -> name.asString().equals(who));
    }

    private static List<Boolean> decisions(JsonNode evaluations) {
        return StreamSupport.stream(evaluations.spliterator(), false)
                .map(evaluation -> evaluation.get("decision").booleanValue())
                .toList();
    }
}
