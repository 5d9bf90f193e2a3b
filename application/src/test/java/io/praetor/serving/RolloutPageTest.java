package io.praetor.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.sqlite.SqliteVersionStore;
import io.praetor.governance.watching.SnapshotJob;
import io.praetor.serving.access.Caller;
import io.praetor.serving.access.Scope;
import io.praetor.serving.access.TokenFile;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rollout board: what owners see of families and versions. */
class RolloutPageTest {
    private static final String FAMILY =
            """
            {'id':'deploys','name':'Deploys <b>','risk_tier':'SAFE','groups':['team:core'],
             'default':{'policy_id':'team','version_tag':'v1','reasoning':'shipped',
             'manifest':{'policy':'ab12','prompt':'one'},'suite_report_sha256':'cd'}}""";

    private final SqliteVersionStore store;
    private final Served served;
    private final String paul;
    private final String ann;

    RolloutPageTest(@TempDir Path folder) {
        Path tokens = folder.resolve("tokens");
        Random random = new Random(1);
        paul = TokenFile.add(tokens, new Caller("paul", Set.of(Scope.GOVERN)), random);
        ann = TokenFile.add(tokens, new Caller("ann", Set.of(Scope.REVIEW)), random);
        store = SqliteVersionStore.open(folder.resolve("governance.db"));
        served = Served.governed(Served.withTokens(tokens), store);
    }

    @AfterEach
    void stop() {
        served.close();
        store.close();
    }

    private Client.Answer post(String path, String body) {
        Client.Answer answer =
                served.client.send(
                        served.client
                                .request(path)
                                .header("Authorization", "Bearer " + paul)
                                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private String board(String token) {
        try (Browser browser = new Browser(served)) {
            browser.post("/sign-in", Map.of("token", token));
            return browser.get("/rollout").html();
        }
    }

    @Test
    void itTakesTheScopeGovern() {
        assertThat(board(ann)).contains("the caller lacks the scope `govern`");
        assertThat(board(paul)).contains("There are no families");
    }

    @Test
    void aVersionStandsWithItsTrustAndWithWhatStoppedIt() {
        String version =
                post("/meta_policy", FAMILY).json().at("/heads/default_version").asString();
        for (int index = 0; index < 30; index++) {
            post(
                    "/meta_policy/deploys/episodes",
                    ("{'id':'e%d','version_id':'%s','cluster':'low/read','situation':'s%d',"
                                    + "'mode':'ENFORCED','meta':{'coherence':0.6}}")
                            .formatted(index, version, index));
            post(
                    "/meta_policy/outcomes",
                    "{'episode':'e%d','reward':0.5,'reviewed':true}".formatted(index));
        }
        new SnapshotJob(store).runAll();
        assertThat(board(paul))
                .contains("Deploys &lt;b&gt;", ">default<", "GENESIS", "Next: ")
                .contains("<polyline class=\"score\"", "promotion at 0.50", "detector override");

        post(
                "/meta_policy/version_control",
                "{'meta_policy_id':'deploys','version_id':'%s','action':'PAUSE',".formatted(version)
                        + "'reasoning':'odd answers <i>'}");
        assertThat(board(paul))
                .contains("QUARANTINED", "PAUSE by paul: odd answers &lt;i&gt;", "is quarantined");
    }
}
