package io.praetor.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The sidecar of seed 002. */
class AdvisoryTest {
    /** The example of the seed's checklist, as it stands there. */
    private static final String SEED =
            "{\"action_type\":\"read\",\"actor_role\":\"member\",\"actor_id\":\"user:test\","
                    + "\"t3_tensor\":{\"competence\":0.8,\"reliability\":0.8,\"integrity\":0.8}}";

    private static final Served SERVED = Served.sample();

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void theSeedsExampleIsALowRiskRead() {
        JsonNode advice = SERVED.client.post("/advisory", SEED).json();
        assertThat(advice.get("decision").asString()).isEqualTo("allow");
        assertThat(advice.get("risk_level").asString()).isEqualTo("low");
        assertThat(advice.get("advisory").asString())
                .startsWith("Decision: allow (low-risk read action). Allowed: ");
        assertThat(advice.get("model").asString()).isEqualTo("rules");
        assertThat(advice.get("version").asString()).startsWith("team-default ");
        assertThat(advice.at("/details/r6/result").asString()).isEqualTo("allow");
        assertThat(advice.at("/details/id")).isEqualTo(advice.get("decision_id"));
    }

    @Test
    void everyAdvisoryIsOneLineWithTheIdOfItsDecision() {
        String hostile = SEED.replace("user:test", "user:te\\\"}{st").replace("read", "re\\\\ad");
        int before = SERVED.events.size();
        String id = SERVED.client.post("/advisory", hostile).json().get("decision_id").asString();

        List<String> lines = SERVED.events.subList(before, SERVED.events.size());
        assertThat(lines).hasSize(1).first().asString().doesNotContain("\n");
        JsonNode line = Client.parse(lines.getFirst());
        assertThat(line.get("event").asString()).isEqualTo("advisory");
        assertThat(line.get("decision_id").asString()).isEqualTo(id);
        assertThat(line.get("model").asString()).isEqualTo("rules");
        assertThat(line.get("caller").asString()).isEqualTo("local");
    }

    @Test
    void anotherDialectIsRefusedHere() {
        Client.Answer answer =
                SERVED.client.post(
                        "/advisory",
                        Client.quoted(
                                "{'subject':{'type':'user','id':'a'},'action':{'name':'read'},"
                                        + "'resource':{'type':'record','id':'1'}}"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(SERVED.events.getLast()).contains("\"event\":\"advisory_refused\"");
    }
}
