package io.praetor.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.serving.Browser.Page;
import io.praetor.serving.access.Caller;
import io.praetor.serving.access.Scope;
import io.praetor.serving.access.TokenFile;
import io.praetor.serving.settings.ServerLimits;
import io.praetor.serving.settings.ServerSettings;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may see the page and who may make it do anything. */
class PageSecurityTest {
    @TempDir private Path folder;

    private static String decided(Served served, String words) {
        String deploy =
                "{'action_type':'deploy','actor_id':'user:zoe','actor_role':'developer',"
                        + "'resource':'env:production','description':'%s'}".formatted(words);
        return served.client.post("/v1/decide", Client.quoted(deploy)).json().get("id").asString();
    }

    @Test
    void everyPageForbidsWhatIsNotOurs() {
        try (Served served = Served.sample();
                Browser ann = new Browser(served)) {
            String id = decided(served, "one");
            ann.signedIn("ann");
            for (String path :
                    List.of(
                            "/queue",
                            "/cases/" + id,
                            "/decisions",
                            "/statistics",
                            "/sign-in",
                            "/cases/none",
                            "/page.css",
                            "/page.js",
                            "/page.svg")) {
                Page page = ann.get(path);
                assertThat(page.header("Content-Security-Policy"))
                        .as(path)
                        .isEqualTo(
                                "default-src 'none'; script-src 'self'; style-src 'self';"
                                        + " connect-src 'self'; img-src 'self'; form-action 'self';"
                                        + " base-uri 'none'; frame-ancestors 'none'");
                assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
                assertThat(page.header("Cache-Control")).isEqualTo("no-store");
                assertThat(page.html()).doesNotContain("<script>", "style=\"", " onclick");
            }
        }
    }

    @Test
    void whatAnotherSiteSendsDoesNothing() {
        try (Served served = Served.sample();
                Browser ann = new Browser(served)) {
            decided(served, "one");
            ann.signedIn("ann");
            Map<String, String> none = Map.of();
            String host = served.client.uri("/").getAuthority();
            checkForm(ann, ann.form("/queue/claims", none), 403);
            checkForm(ann, from(ann, "Sec-Fetch-Site", "cross-site"), 403);
            checkForm(ann, from(ann, "Sec-Fetch-Site", "same-site"), 403);
            checkForm(ann, from(ann, "Sec-Fetch-Site", "none"), 403);
            checkForm(ann, from(ann, "Origin", "https://elsewhere.example"), 403);
            checkForm(ann, from(ann, "Origin", "null"), 403);
            checkForm(ann, from(ann, "Origin", "http://" + host), 200);
            assertThat(
                            ann.send(
                                            from(ann, "Sec-Fetch-Site", "same-origin")
                                                    .setHeader("Content-Type", "text/plain"))
                                    .status())
                    .isEqualTo(415);
        }
    }

    private static HttpRequest.Builder from(Browser browser, String header, String value) {
        return browser.form("/queue/claims", Map.of()).header(header, value);
    }

    private static void checkForm(Browser browser, HttpRequest.Builder request, int status) {
        assertThat(browser.send(request).status()).isEqualTo(status);
    }

    @Test
    void withTokensTheCookieHoldsTheToken() {
        Path tokens = folder.resolve("tokens");
        String token = token(tokens, "ann", Scope.REVIEW);
        String other = token(tokens, "gateway", Scope.DECIDE);
        try (Served served = Served.sample(withTokens(tokens));
                Browser ann = new Browser(served);
                Browser gateway = new Browser(served)) {
            assertThat(ann.get("/queue").path()).isEqualTo("/sign-in");
            assertThat(ann.post("/sign-in", Map.of("token", token + "x")).html())
                    .contains("no such token");
            Page queue = ann.post("/sign-in", Map.of("token", token));
            assertThat(queue.path()).isEqualTo("/queue");
            assertThat(queue.html()).contains(">ann<").doesNotContain("not verified", token);
            assertThat(ann.cookies().getCookieStore().getCookies().getFirst().isHttpOnly())
                    .isTrue();
            assertThat(ann.get("/v1/queue").status()).isEqualTo(401);

            gateway.post("/sign-in", Map.of("token", other));
            Page refused = gateway.get("/queue");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.html()).contains("the caller lacks the scope `review`");

            assertThat(ann.post("/sign-out", Map.of()).path()).isEqualTo("/sign-in");
            assertThat(ann.get("/queue").path()).isEqualTo("/sign-in");
            assertThat(served.events.toString()).doesNotContain(token);
        }
    }

    private static String token(Path tokens, String name, Scope scope) {
        return TokenFile.add(tokens, new Caller(name, Set.of(scope)), new Random(name.hashCode()));
    }

    private static ServerSettings withTokens(Path tokens) {
        return new ServerSettings(
                Served.ANY_PORT.address(),
                Optional.empty(),
                Optional.of(tokens),
                Optional.empty(),
                true,
                ServerLimits.DEFAULT);
    }
}
