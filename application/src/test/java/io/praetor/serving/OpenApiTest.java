package io.praetor.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.serving.http.Door;
import io.praetor.serving.operations.Reloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description of the API says what the running server does, no less and no more. */
class OpenApiTest {
    private static final Served SERVED = Served.policy("every-field.yaml", Served.ANY_PORT);
    private static final JsonNode DESCRIPTION = SERVED.client.get("/openapi.json").json();

    private static final String ACTOR =
            "'request_id':'r-1','actor_id':'user:carla','actor_role':'clerk'";
    private static final String TRUST =
            ",'t3_tensor':{'competence':0.6,'reliability':0.7,'integrity':0.7}";
    private static final String APPROVALS =
            ",'approvals':[{'by':'user:ann','role':'admin','kind':'admin',"
                    + "'at':'2026-03-02T09:00:00Z'}]";

    /** Situations that between them fill every field a decision can have. */
    private static final List<String> SITUATIONS =
            List.of(
                    "{'action_type':'read'," + ACTOR + "}",
                    "{'action_type':'file'," + ACTOR + TRUST + "}",
                    "{'action_type':'seal'," + ACTOR + APPROVALS + "}",
                    "{'action_type':'seal'," + ACTOR + TRUST + ",'recent_history':['x']}",
                    "{'action_type':'open'," + ACTOR + ",'mfa':true}",
                    "{'action_type':'open'," + ACTOR + "}",
                    "{'action_type':'move'," + ACTOR + "}",
                    "{'action_type':'move'," + ACTOR + ",'weight':11}",
                    "{'action_type':'sing'," + ACTOR + "}");

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedRouteIsThere() {
        Set<String> described = new TreeSet<>();
        JsonNode paths = DESCRIPTION.get("paths");
        for (String path : paths.propertyNames()) {
            for (String method : paths.get(path).propertyNames()) {
                described.add(method + " " + path);
            }
        }
        Set<String> served = new TreeSet<>();
        SERVED.server.routes().stream()
                .filter(route -> route.door() == Door.PROGRAM)
                .forEach(
                        route ->
                                served.add(
                                        route.method().name().toLowerCase(Locale.ROOT)
                                                + " "
                                                + route.path()));
        assertThat(described).isEqualTo(served);
    }

    @Test
    void theDialectsAreThePublishedSchemas() throws IOException {
        Map<String, String> files =
                Map.of(
                        "FlatSituation", "flat",
                        "R6Situation", "r6",
                        "AuthzenSituation", "authzen",
                        "SituationParts", "parts");
        for (var file : files.entrySet()) {
            Path published =
                    Path.of("..", "schemas", "situation-%s.schema.json".formatted(file.getValue()));
            assertThat(DESCRIPTION.at("/components/schemas/" + file.getKey()))
                    .as(file.getKey())
                    .isEqualTo(Client.parse(Files.readString(published)));
        }
    }

    @Test
    void decisionsHaveTheFieldsThatAreDescribed() {
        Fields fields = new Fields(DESCRIPTION);
        for (String situation : SITUATIONS) {
            fields.addOf(SERVED.client.post("/v1/decide", Client.quoted(situation)).json(), "");
        }
        fields.addOf(
                SERVED.client
                        .post("/v1/decide", Client.quoted("[" + SITUATIONS.get(0) + ",{}]"))
                        .json(),
                "");
        try (Served broken = Served.unrecorded("every-field.yaml", "disk is full")) {
            String situation = SITUATIONS.getFirst();
            fields.addOf(broken.client.post("/v1/decide", Client.quoted(situation)).json(), "");
        }
        // What stands in a batch stands there as it stands alone.
        fields.lines().removeIf(line -> line.startsWith(".decisions[]."));
        fields.addOf(Client.quoted("{'decisions':[]}"), "");
        compare("/v1/decide", fields, ".decisions[].", ".nearest_misses[]");
    }

    @Test
    void advisoriesHaveTheFieldsThatAreDescribed() {
        Fields fields = new Fields(DESCRIPTION);
        for (String situation : SITUATIONS) {
            fields.addOf(SERVED.client.post("/advisory", Client.quoted(situation)).json(), "");
        }
        compare("/advisory", fields, ".details.record.not_recorded", ".details.nearest_misses[]");
    }

    @Test
    void evaluationsHaveTheFieldsThatAreDescribed() {
        Fields single = new Fields(DESCRIPTION);
        Fields batch = new Fields(DESCRIPTION);
        for (String action : List.of("read", "seal", "open", "move", "sing")) {
            String request =
                    ("{'subject':{'type':'user','id':'carla','properties':{'role':'clerk'}},"
                            + "'action':{'name':'%s'},'resource':{'type':'tray','id':'in'}"
                            + ",'context':{'approvals':[{'by':'user:ann','role':'admin',"
                            + "'kind':'admin','at':'2026-03-02T09:00:00Z'}]}%s}");
            single.addOf(post("/access/v1/evaluation", request.formatted(action, "")), "");
            batch.addOf(
                    post(
                            "/access/v1/evaluations",
                            request.formatted(action, ",'evaluations':[{},7]")),
                    "");
            batch.addOf(post("/access/v1/evaluations", request.formatted(action, "")), "");
        }
        compare("/access/v1/evaluation", single, ".context.error", ".context.obligations[].why");
        compare("/access/v1/evaluations", batch, ".context.error");
    }

    @Test
    void searchesHaveTheFieldsThatAreDescribed() {
        String rest = "'resource':{'type':'tray','id':'in'},'page':{'limit':1}}";
        Map<String, String> searches =
                Map.of(
                        "subject",
                        "{'subject':{'type':'user'},'action':{'name':'read'}," + rest,
                        "resource",
                        "{'subject':{'type':'user','id':'carla'},'action':{'name':'read'},"
                                + "'resource':{'type':'tray'},'page':{}}",
                        "action",
                        "{'subject':{'type':'user','id':'carla'}," + rest);
        searches.forEach(
                (kind, request) -> {
                    Fields fields = new Fields(DESCRIPTION);
                    fields.addOf(post("/access/v1/search/" + kind, request), "");
                    compare("/access/v1/search/" + kind, fields);
                });
    }

    @Test
    void reviewsHaveTheFieldsThatAreDescribed() {
        try (Served served = Served.policy("every-field.yaml", Served.ANY_PORT)) {
            for (int count = 0; count < 2; count++) {
                served.client.post("/v1/decide", Client.quoted(SITUATIONS.get(1)));
            }
            Client client = served.client;
            String ann = "{'reviewer':'ann'}";
            JsonNode claimed = client.post("/v1/queue/claims", Client.quoted(ann)).json();
            JsonNode found = claimed.get("case");
            String record = "'record':'%s'".formatted(found.get("id").asString());
            String[] whole = {".entry.claim.by", ".case.", ".case "};
            compare("/v1/queue/claims", fields(claimed), all(whole, ".entry.worth.", ".claim.by"));
            String pass = "{'reviewer':'ann','to':'ben'," + record + "}";
            JsonNode passed = client.post("/v1/queue/delegations", Client.quoted(pass)).json();
            compare("/v1/queue/delegations", fields(passed));
            compare("/v1/queue", fields(client.get("/v1/queue?reviewer=ben").json()));
            JsonNode kept = client.post("/v1/reviews", fullVerdict(found)).json();
            Fields seen = fields(kept);
            seen.lines().removeIf(line -> line.startsWith(".case.decision"));
            seen.lines().removeIf(line -> line.startsWith(".case.situation"));
            compare(
                    "post /v1/reviews",
                    seen,
                    ".case.decision",
                    ".case.situation",
                    ".case.expected",
                    ".case.summary.model");
            compare(
                    "get /v1/reviews",
                    fields(
                            client.get(
                                            "/v1/reviews?reviewer=ben&record="
                                                    + found.get("id").asString())
                                    .json()));
            String back = "{'reviewer':'ben'," + record + "}";
            compare(
                    "/v1/queue/releases",
                    fields(client.post("/v1/queue/releases", Client.quoted(back)).json()));
            compare("/v1/decisions", fields(client.get("/v1/decisions?reviewer=ann").json()));
        }
    }

    /** With every member that a verdict can have. */
    private static JsonNode fullVerdict(JsonNode found) {
        boolean isDenied = found.at("/summary/effect").asString().equals("deny");
        return Client.quoted(
                ("{'reviewer':'ben','record':'%s','hash':'%s','verdict':'corrected',"
                                + "'decision':'%s','reasoning':'why','classification':'x',"
                                + "'risk':'low','citations':['a.b'],'note':'hm',"
                                + "'explanation_score':3,'advice_helped':true,'took_millis':9}")
                        .formatted(
                                found.get("id").asString(),
                                found.get("hash").asString(),
                                isDenied ? "allow" : "deny"));
    }

    private static Fields fields(JsonNode answer) {
        Fields fields = new Fields(DESCRIPTION);
        fields.addOf(answer, "");
        return fields;
    }

    private static String[] all(String[] some, String... more) {
        return java.util.stream.Stream.concat(
                        java.util.Arrays.stream(some), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    @Test
    void documentsHaveTheFieldsThatAreDescribed() {
        Fields metadata = new Fields(DESCRIPTION);
        String path = "/.well-known/authzen-configuration";
        metadata.addOf(SERVED.client.get(path).json(), "");
        compare(path, metadata);

        SERVED.reloads.note(Reloads.Outcome.UNCHANGED, List.of());
        SERVED.unready.set(Optional.of("paused"));
        Fields health = new Fields(DESCRIPTION);
        health.addOf(SERVED.client.get("/health").json(), "");
        SERVED.unready.set(Optional.empty());
        compare("/health", health);
    }

    @Test
    void problemsHaveTheFieldsThatAreDescribed() {
        Fields problem = new Fields(DESCRIPTION);
        problem.addOf(SERVED.client.post("/v1/decide", "{}").json(), "");
        Fields described = new Fields(DESCRIPTION);
        described.addDescribed(DESCRIPTION.at("/components/schemas/Problem"), "");
        assertThat(problem.lines()).isEqualTo(described.lines());
    }

    /** Compares what was seen with what is described, but for paths that need other requests. */
    private static void compare(String route, Fields seen, String... apart) {
        String path = route.substring(route.indexOf('/'));
        JsonNode operation = DESCRIPTION.get("paths").get(path);
        boolean isGet = route.startsWith("get ") || !operation.has("post");
        String method = isGet ? "get" : "post";
        Fields described = new Fields(DESCRIPTION);
        described.addDescribed(
                operation.get(method).at("/responses/200/content/application~1json/schema"), "");
        for (String part : apart) {
            seen.lines().removeIf(line -> line.startsWith(part));
            described.lines().removeIf(line -> line.startsWith(part));
        }
        assertThat(seen.lines()).as(path).isEqualTo(described.lines());
    }

    private static JsonNode post(String path, String request) {
        return SERVED.client.post(path, Client.quoted(request)).json();
    }
}
