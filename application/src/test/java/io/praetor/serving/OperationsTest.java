package io.praetor.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.serving.operations.Reloads;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the server says of itself. */
class OperationsTest {
    private final Served served = Served.sample();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void healthNamesThePolicyAndAdmitsThatNoModelIsInvolved() {
        JsonNode health = served.client.get("/health").json();
        assertThat(health.get("status").asString()).isEqualTo("healthy");
        assertThat(health.get("model").asString()).isEqualTo("rules");
        assertThat(health.get("version").asString()).isEqualTo("v1");
        assertThat(health.at("/policy/id").asString()).isEqualTo("team-default");
        assertThat(health.has("policy_reload")).isFalse();
    }

    @Test
    void whatCannotDecideIsNotReady() {
        assertThat(served.client.get("/readyz").status()).isEqualTo(200);
        assertThat(served.client.get("/livez").status()).isEqualTo(200);

        served.unready.set(Optional.of("log is closed"));
        assertThat(served.client.get("/readyz").status()).isEqualTo(503);
        assertThat(served.client.get("/readyz").body()).isEqualTo("log is closed\n");
        assertThat(served.client.get("/livez").status()).isEqualTo(200);
        Client.Answer health = served.client.get("/health");
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.json().get("cause").asString()).isEqualTo("log is closed");
        assertThat(served.client.get("/metrics").body()).contains("praetor_ready 0.0");
    }

    @Test
    void aDrainingServerAnswersAndTellsLoadBalancersToGo() {
        served.server.drain();
        assertThat(served.client.get("/readyz").status()).isEqualTo(503);
        assertThat(served.client.get("/readyz").body()).isEqualTo("draining\n");
        assertThat(served.client.get("/health").json().get("status").asString())
                .isEqualTo("draining");
        Client.Answer answer =
                served.client.post("/v1/decide", "{\"action_type\":\"x\",\"actor_id\":\"user:a\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Connection")).isEqualTo("close");
    }

    @Test
    void aReloadShowsInHealthInTheMetricsAndInTheLog() {
        served.reloads.note(Reloads.Outcome.REJECTED, List.of("team.yaml:14:9: no `deplyo`"));

        JsonNode reload = served.client.get("/health").json().get("policy_reload");
        assertThat(reload)
                .isEqualTo(Client.quoted("{'outcome':'rejected','at':'2026-03-02T10:00:00Z'}"));
        assertThat(served.client.get("/metrics").body())
                .contains("praetor_policy_reload_total{outcome=\"rejected\"} 1");
        assertThat(served.events.getLast())
                .contains("\"outcome\":\"rejected\",\"remarks\":[\"team.yaml:14:9: no `deplyo`\"]");
    }

    @Test
    void decisionsAndRefusalsAreCounted() {
        served.client.post("/v1/decide", "{\"action_type\":\"read\",\"actor_id\":\"user:a\"}");
        served.client.post("/v1/decide", "{\"action_type\":\"read\"}");

        String metrics = served.client.get("/metrics").body();
        assertThat(metrics)
                .contains("praetor_decisions_total{effect=\"")
                .contains("praetor_decision_paths_total{path=\"")
                .contains("praetor_refused_requests_total 1")
                .contains("praetor_decision_seconds_count 1")
                .contains("praetor_http_requests_total{route=\"/v1/decide\",code=\"200\"} 1")
                .contains("praetor_http_requests_total{route=\"/v1/decide\",code=\"400\"} 1")
                .contains("praetor_policy_info{id=\"team-default\",version=\"");
        assertThat(metrics.lines().filter(line -> !line.startsWith("#")))
                .allMatch(line -> line.matches("[a-z_]+(\\{[^}]*})? [-0-9.E+]+"));
    }
}
