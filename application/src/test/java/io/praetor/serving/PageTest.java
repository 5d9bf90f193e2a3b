package io.praetor.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.serving.Browser.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page without its script: plain forms against a running server. */
class PageTest {
    private static String decided(Served served, String words) {
        String deploy =
                "{'action_type':'deploy','actor_id':'user:zoe','actor_role':'developer',"
                        + "'resource':'env:production','description':'%s'}".formatted(words);
        return served.client.post("/v1/decide", Client.quoted(deploy)).json().get("id").asString();
    }

    private static Map<String, String> with(Map<String, String> form, String... more) {
        Map<String, String> fields = new LinkedHashMap<>(form);
        for (int index = 0; index < more.length; index += 2) {
            fields.put(more[index], more[index + 1]);
        }
        return fields;
    }

    @Test
    void aReviewerGoesThroughTheQueueByForms() {
        try (Served served = Served.sample();
                Browser ann = new Browser(served)) {
            decided(served, "one");
            decided(served, "two");
            assertThat(ann.get("/").path()).isEqualTo("/sign-in");
            Page queue = ann.signedIn("ann").get("/");
            assertThat(queue.html()).contains("2 cases", "name not verified", "stakes");

            Page first = ann.post("/queue/claims", queue.form("/queue/claims"));
            assertThat(first.path()).startsWith("/cases/");
            assertThat(first.html())
                    .contains(
                            "0 of 2 judged", "Clauses cited", "<mark>", "What each evaluator said");
            Page second =
                    ann.post("/verdicts", with(first.form("/verdicts"), "verdict", "accepted"));
            assertThat(second.path()).startsWith("/cases/").isNotEqualTo(first.path());
            assertThat(second.html()).contains("1 of 2 judged", "Saved. ", "Undo (revise)");

            Page last =
                    ann.post(
                            "/verdicts",
                            with(
                                    second.form("/verdicts"),
                                    "verdict",
                                    "corrected",
                                    "decision",
                                    "require_mfa",
                                    "citations",
                                    " deploy.production,  x.y ",
                                    "reasoning",
                                    "",
                                    "advice_helped",
                                    "false"));
            assertThat(last.path()).isEqualTo("/queue");
            assertThat(last.html()).contains("2 judged", "Nothing is left to review");
            assertThat(ann.get("/statistics").html()).contains("1 of 50", "local:ann");
        }
    }

    @Test
    void whatWasSavedCanBeRevised() {
        try (Served served = Served.sample();
                Browser ann = new Browser(served)) {
            String id = decided(served, "one");
            Page queue = ann.signedIn("ann").get("/queue");
            Page found = ann.post("/queue/claims", queue.form("/queue/claims"));
            ann.post(
                    "/verdicts",
                    with(
                            found.form("/verdicts"),
                            "verdict",
                            "corrected",
                            "decision",
                            "require_mfa",
                            "note",
                            "too late"));
            Page again = ann.get("/cases/" + id + "?revise=true");
            assertThat(again.html())
                    .contains("too late", "value=\"require_mfa\" checked", "name=\"revises\"");
            Page kept = ann.post("/verdicts", with(again.form("/verdicts"), "verdict", "accepted"));
            assertThat(kept.path()).isEqualTo("/queue");
            assertThat(ann.get("/cases/" + id).html()).contains("accepted", "corrected");
        }
    }

    @Test
    void nothingThatWasFilledInIsLostWhereItIsRefused() {
        try (Served served = Served.sample();
                Browser ann = new Browser(served)) {
            decided(served, "one");
            Page queue = ann.signedIn("ann").get("/queue");
            Page found = ann.post("/queue/claims", queue.form("/queue/claims"));
            Page refused =
                    ann.post(
                            "/verdicts",
                            with(
                                    found.form("/verdicts"),
                                    "verdict",
                                    "accepted",
                                    "decision",
                                    "deny",
                                    "note",
                                    "<b>keep me</b>"));
            assertThat(refused.html())
                    .contains("Nothing was saved", "&lt;b&gt;keep me", "value=\"deny\" checked");
            Page empty =
                    ann.post("/verdicts", with(found.form("/verdicts"), "verdict", "corrected"));
            assertThat(empty.html()).contains("a correction says what is wrong");
            assertThat(served.client.get("/v1/reviews/statistics").json().get("reviewed").asInt())
                    .isZero();
        }
    }

    @Test
    void aSkippedCaseIsGivenBackAndDoesNotComeNext() {
        try (Served served = Served.sample();
                Browser ann = new Browser(served)) {
            decided(served, "one");
            decided(served, "two");
            Page queue = ann.signedIn("ann").get("/queue");
            Page first = ann.post("/queue/claims", queue.form("/queue/claims"));
            Page second = ann.post("/queue/skips", first.form("/verdicts"));
            assertThat(second.path()).startsWith("/cases/").isNotEqualTo(first.path());
            Page none = ann.post("/queue/skips", second.form("/verdicts"));
            assertThat(none.path()).isEqualTo("/queue");
            assertThat(none.html()).contains("2 cases");
        }
    }

    @Test
    void twoReviewersNeverGetTheSameCase() {
        try (Served served = Served.sample();
                Browser ann = new Browser(served);
                Browser ben = new Browser(served)) {
            String id = decided(served, "one");
            Page queue = ann.signedIn("ann").get("/queue");
            ben.signedIn("ben");
            ann.post("/queue/claims", queue.form("/queue/claims"));
            assertThat(ben.post("/queue/claims", Map.of()).path()).isEqualTo("/queue");
            assertThat(ben.post("/queue/claims", Map.of("record", id)).status()).isEqualTo(409);
        }
    }

    @Test
    void aBlindCaseShowsNothingOfItsDecisionUntilTheVerdictIsIn() {
        try (Served served = Served.blind();
                Browser ann = new Browser(served)) {
            String id = decided(served, "one");
            Page queue = ann.signedIn("ann").get("/queue");
            Page found = ann.post("/queue/claims", queue.form("/queue/claims"));
            for (Page page : List.of(queue, found, ann.get("/decisions?team=none"))) {
                assertThat(page.html())
                        .doesNotContain("Clauses cited", "What each evaluator", "Settled by</dt>")
                        .doesNotContain("badge require_attestation", "Rationale", "<mark>");
            }
            assertThat(found.html()).contains("Shown blind").doesNotContain("value=\"accepted\"");
            Page kept =
                    ann.post(
                            "/verdicts",
                            with(
                                    found.form("/verdicts"),
                                    "verdict",
                                    "corrected",
                                    "decision",
                                    "deny"));
            assertThat(kept.path()).isEqualTo("/cases/" + id);
            assertThat(kept.html()).contains("Clauses cited", "Below is what was decided");
        }
    }
}
