package io.praetor.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.sqlite.SqliteVersionStore;
import io.praetor.governance.watching.SnapshotJob;
import io.praetor.serving.access.Caller;
import io.praetor.serving.access.Scope;
import io.praetor.serving.access.TokenFile;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The governance API over HTTP: what it answers, and each way in which it refuses. */
class GovernanceApiTest {
    private static final String FAMILY =
            "{'id':'deploys','name':'Deploys','risk_tier':'%s','groups':['team:core'],"
                    + "'default':{'policy_id':'team','version_tag':'v1','reasoning':'shipped',"
                    + "'manifest':{'policy':'ab12','prompt':'one'},'suite_report_sha256':'cd'}}";

    private static final String CANDIDATE =
            "{'policy_id':'team','version_tag':'v2','parent_version_id':'%s','reasoning':'shorter',"
                    + "'manifest':{'policy':'ab12','prompt':'two'},'idempotency_key':'k-1',"
                    + "'suite':{'passed':%d,'total':100,'wrong_allows':0,'report_sha256':'ef'}}";

    private final SqliteVersionStore store;
    private final Served served;
    private final String paul;
    private final String quinn;
    private final String reader;
    private String asked;

    GovernanceApiTest(@TempDir Path folder) {
        Path tokens = folder.resolve("tokens");
        Random random = new Random(1);
        paul = TokenFile.add(tokens, new Caller("paul", Set.of(Scope.GOVERN)), random);
        quinn = TokenFile.add(tokens, new Caller("quinn", Set.of(Scope.GOVERN)), random);
        reader = TokenFile.add(tokens, new Caller("reader", Set.of(Scope.DECIDE)), random);
        store = SqliteVersionStore.open(folder.resolve("governance.db"));
        served = Served.governed(Served.withTokens(tokens), store);
        asked = paul;
    }

    @AfterEach
    void stop() {
        served.close();
        store.close();
    }

    private Client.Answer send(String path, HttpRequest.BodyPublisher body, String method) {
        return served.client.send(
                served.client
                        .request(path)
                        .header("Authorization", "Bearer " + asked)
                        .method(method, body));
    }

    private Client.Answer get(String path) {
        return send(path, BodyPublishers.noBody(), "GET");
    }

    private Client.Answer post(String path, String body) {
        return send(path, BodyPublishers.ofString(body.replace('\'', '"')), "POST");
    }

    private Client.Answer control(String version, String action, String more) {
        return post(
                "/meta_policy/version_control",
                "{'meta_policy_id':'deploys','version_id':'%s','action':'%s'%s}"
                        .formatted(version, action, more));
    }

    private String founded(String tier) {
        Client.Answer answer = post("/meta_policy", FAMILY.formatted(tier));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/heads/default_version").asString();
    }

    @Test
    void nobodyGovernsWithoutTheScope() {
        asked = "none";
        assertThat(get("/meta_policy").status()).isEqualTo(401);
        asked = reader;
        assertThat(get("/meta_policy").status()).isEqualTo(403);
        assertThat(post("/meta_policy", FAMILY.formatted("SAFE")).status()).isEqualTo(403);
    }

    @Test
    void whatIsNotThereIs404AndWhatIsMalformedIs400() {
        assertThat(get("/meta_policy/none/status").status()).isEqualTo(404);
        assertThat(get("/meta_policy/active?group=team%3Acore").status()).isEqualTo(404);
        assertThat(post("/meta_policy/none/select", "{'request_id':'r'}").status()).isEqualTo(404);
        assertThat(post("/meta_policy/outcomes", "{'episode':'e9'}").status()).isEqualTo(404);
        String first = founded("SAFE");
        assertThat(get("/meta_policy/deploys/versions/none/trust").status()).isEqualTo(404);
        assertThat(control("none", "PAUSE", ",'reasoning':'x'").status()).isEqualTo(404);
        assertThat(get("/meta_policy/deploys/episodes?cursor=x").status()).isEqualTo(400);
        Client.Answer unknown = control(first, "EXPLODE", ",'reasoning':'x','colour':'red'");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().get("errors").toString())
                .contains("is `EXPLODE`, expected one of")
                .contains("\"colour\"");
        assertThat(post("/meta_policy", "{'id':'a b'}").status()).isEqualTo(400);
        assertThat(post("/meta_policy", "[]").status()).isEqualTo(400);
        assertThat(control(first, "GRANT", ",'reasoning':'x'").status()).isEqualTo(400);
    }

    @Test
    void eachRefusalHasItsStatusAndIsKept() {
        String first = founded("SAFE");
        String spawn = CANDIDATE.formatted(first, 99);
        Client.Answer spawned = post("/meta_policy/deploys/spawn", spawn);
        assertThat(spawned.status()).as(spawned.body()).isEqualTo(200);
        assertThat(post("/meta_policy/deploys/spawn", spawn).body()).isEqualTo(spawned.body());
        String child = spawned.json().get("target").asString();

        Client.Answer gate = control(child, "ADVANCE", ",'reasoning':'good'");
        assertThat(gate.status()).isEqualTo(422);
        JsonNode labels = gate.json().get("gates").get(0);
        assertThat(labels.toString())
                .isEqualTo(
                        "{\"gate\":\"LABELS\",\"answer\":\"INCONCLUSIVE\",\"value\":0.0,"
                                + "\"bound\":0.0,\"limit\":200.0}");
        assertThat(control(child, "PROMOTE", ",'reasoning':'x'").status()).isEqualTo(409);
        assertThat(control(first, "DEPRECATE", ",'reasoning':'x'").status()).isEqualTo(409);
        assertThat(control(first, "PAUSE", "").status()).isEqualTo(428);
        assertThat(control(first, "PAUSE", ",'reasoning':'x','expected_revision':9").status())
                .isEqualTo(412);
        asked = quinn;
        assertThat(control(child, "ADVANCE", ",'reasoning':'mine'").status()).isEqualTo(403);
        assertThat(post("/meta_policy/deploys/spawn", CANDIDATE.formatted(first, 9)).status())
                .isEqualTo(409);
        assertThat(get("/meta_policy/deploys/refusals").json().get("refusals")).hasSize(5);
        assertThat(get("/meta_policy/deploys/changes").json().get("changes")).hasSize(2);
        assertThat(post("/meta_policy", FAMILY.formatted("SAFE")).status()).isEqualTo(409);
    }

    @Test
    void inARestrictedFamilyASecondPersonApproves() {
        String first = founded("RESTRICTED");
        Client.Answer waits = control(first, "SET_FALLBACK", ",'reasoning':'safe'");
        assertThat(waits.status()).isEqualTo(428);
        String approval = ",'reasoning':'safe','approves':" + waits.json().get("refusal").asLong();
        assertThat(control(first, "SET_FALLBACK", approval).status()).isEqualTo(403);
        asked = quinn;
        Client.Answer done = control(first, "SET_FALLBACK", approval);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().get("requested_by").asString()).isEqualTo("paul");
        assertThat(done.json().get("approved_by").asString()).isEqualTo("quinn");
    }

    @Test
    void whatIsAnsweredHasTheFieldsThatAreDescribed() {
        String first = founded("SAFE");
        for (int index = 0; index < 30; index++) {
            Client.Answer kept =
                    post(
                            "/meta_policy/deploys/episodes",
                            ("{'id':'e%d','version_id':'%s','cluster':'low/read',"
                                            + "'situation':'s%d','mode':'ENFORCED',"
                                            + "'meta':{'coherence':0.6}}")
                                    .formatted(index, first, index));
            assertThat(kept.status()).as(kept.body()).isEqualTo(200);
            Client.Answer matured =
                    post(
                            "/meta_policy/outcomes",
                            "{'episode':'e%d','reward':0.5,'reviewed':true,'coherence_after':0.3}"
                                    .formatted(index));
            assertThat(matured.status()).as(matured.body()).isEqualTo(200);
        }
        assertThat(post("/meta_policy/outcomes", "{'episode':'e1','reward':0.9}").status())
                .isEqualTo(409);
        new SnapshotJob(store).runAll();
        String grant = ",'reasoning':'x','scope':['low/read'],'expires_at':'2027-01-01T00:00:00Z'";
        post(
                "/meta_policy/version_control",
                "{'meta_policy_id':'deploys','action':'GRANT'%s}".formatted(grant));
        described("/meta_policy", "get", get("/meta_policy"));
        described("/meta_policy/active", "get", get("/meta_policy/active?group=team:core"));
        described("/meta_policy/{id}/status", "get", get("/meta_policy/deploys/status"));
        described("/meta_policy/{id}/versions", "get", get("/meta_policy/deploys/versions"));
        described(
                "/meta_policy/{id}/versions/{version}/trust",
                "get",
                get("/meta_policy/deploys/versions/" + first + "/trust"));
        described("/meta_policy/{id}/changes", "get", get("/meta_policy/deploys/changes"));
        Client.Answer page = get("/meta_policy/deploys/episodes?limit=20");
        described("/meta_policy/{id}/episodes", "get", page);
        assertThat(page.json().get("episodes")).hasSize(20);
        assertThat(page.json().at("/episodes/0/outcome/flags").toString())
                .isEqualTo("[\"COHERENCE_DROP\"]");
        String cursor = page.json().get("next_cursor").toString();
        assertThat(get("/meta_policy/deploys/episodes?cursor=" + cursor).json().get("episodes"))
                .hasSize(10);
        described(
                "/meta_policy/{id}/select",
                "post",
                post("/meta_policy/deploys/select", "{'request_id':'r-1'}"));
    }

    /** Nothing is answered that the description does not name, and all that it requires. */
    private void described(String path, String method, Client.Answer answer) {
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        JsonNode description = served.client.get("/openapi.json").json();
        Fields fields = new Fields(description);
        fields.addDescribed(
                description
                        .get("paths")
                        .get(path)
                        .get(method)
                        .at("/responses/200/content/application~1json/schema"),
                "");
        Fields seen = new Fields(description);
        seen.addOf(answer.json(), "");
        seen.lines().removeIf(line -> line.contains(".manifest."));
        assertThat(fields.lines()).as(path).containsAll(seen.lines());
    }

    @Test
    void withoutItsStoreItAnswers503AndSelectionKnowsWhatWasRead() {
        founded("SAFE");
        store.close();
        assertThat(get("/meta_policy/deploys/status").status()).isEqualTo(503);
        assertThat(control("v", "PAUSE", ",'reasoning':'x'").status()).isEqualTo(503);
        Client.Answer selected =
                post("/meta_policy/deploys/select", "{'request_id':'r','risk':'LOW'}");
        assertThat(selected.status()).isEqualTo(200);
        assertThat(selected.json().has("version_id")).isFalse();
    }
}
