package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.serving.access.Token;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TokenVerbsTest {
    @TempDir private Path folder;

    @Test
    void aTokenIsSaidOnceAndOnlyItsDigestIsKept() {
        Ran ran =
                Ran.in(
                        folder,
                        "token",
                        "create",
                        "gateway",
                        "--scope",
                        "decide,vouch",
                        "--file",
                        "tokens");
        assertThat(ran.status()).as(ran.err()).isZero();
        String token = ran.out().strip();
        assertThat(folder.resolve("tokens"))
                .content()
                .isEqualTo("gateway decide,vouch " + Token.hashOf(token) + "\n");
    }

    @Test
    void theConfiguredFileIsTheUsualPlace() {
        Ran ran =
                Ran.with(
                        Map.of("PRAETOR_SERVER_TOKENS", "known"),
                        folder,
                        "token",
                        "create",
                        "reader",
                        "--scope",
                        "review",
                        "--json");
        String token = JsonMapper.shared().readTree(ran.out()).path("token").asString();
        assertThat(folder.resolve("known"))
                .content()
                .isEqualTo("reader review " + Token.hashOf(token) + "\n");
    }

    @Test
    void whatMakesNoTokenIsSaid() {
        assertThat(Ran.in(folder, "token", "create", "a", "--scope", "decide"))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "praetor: no token file: say --file, or set `server.tokens` in the"
                                        + " configuration\n"));
        assertThat(
                        Ran.in(folder, "token", "create", "a", "--scope", "root", "--file", "t")
                                .status())
                .isEqualTo(2);
        assertThat(Ran.in(folder, "token", "create", "a", "--file", "t").status()).isEqualTo(2);
        assertThat(
                        Ran.in(folder, "token", "create", "a b", "--scope", "decide", "--file", "t")
                                .status())
                .isEqualTo(4);
        Ran.in(folder, "token", "create", "a", "--scope", "decide", "--file", "t");
        assertThat(Ran.in(folder, "token", "create", "a", "--scope", "decide", "--file", "t"))
                .isEqualTo(
                        new Ran(
                                4,
                                "",
                                "praetor: %s: already has a `a`\n".formatted(folder.resolve("t"))));
    }
}
