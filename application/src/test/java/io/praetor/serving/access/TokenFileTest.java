package io.praetor.serving.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.serving.access.Authentication.Known;
import io.praetor.serving.access.Authentication.Unknown;
import io.praetor.serving.settings.CannotServe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    private static final String DIGEST = "0".repeat(64);
    private static final Caller GATEWAY = new Caller("gateway", Set.of(Scope.DECIDE, Scope.VOUCH));
    private static final Caller READER = new Caller("reader", Set.of(Scope.REVIEW));

    @TempDir Path folder;

    @Test
    void aTokenLetsItsHolderInWithItsScopes() {
        Path file = folder.resolve("tokens");
        String gateway = TokenFile.add(file, GATEWAY, new Random(1));
        String reader = TokenFile.add(file, READER, new Random(2));

        Authenticator authenticator = Authenticator.ofFile(file);
        assertThat(authenticator.of(Optional.of("Bearer " + gateway)))
                .isEqualTo(new Known(GATEWAY));
        assertThat(authenticator.of(Optional.of("bearer " + reader))).isEqualTo(new Known(READER));
    }

    @Test
    void nobodyElseGetsIn() {
        Path file = folder.resolve("tokens");
        String token = TokenFile.add(file, GATEWAY, new Random(1));
        Authenticator authenticator = Authenticator.ofFile(file);

        assertThat(authenticator.of(Optional.empty())).isEqualTo(new Unknown("no bearer token"));
        for (String value :
                new String[] {
                    "",
                    "Basic " + token,
                    token,
                    "Bearer",
                    "Bearer ",
                    "Bearer " + token + "x",
                    "Bearer " + Token.hashOf(token),
                    "Bearer " + token.substring(1)
                }) {
            assertThat(authenticator.of(Optional.of(value))).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void theFileHoldsNoSecretAndOnlyItsOwnerReadsIt() throws IOException {
        Path file = folder.resolve("tokens");
        String token = TokenFile.add(file, GATEWAY, new Random(1));

        assertThat(Files.readString(file))
                .doesNotContain(token)
                .isEqualTo("gateway decide,vouch " + Token.hashOf(token) + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aCallerHasOneToken() {
        Path file = folder.resolve("tokens");
        TokenFile.add(file, GATEWAY, new Random(1));

        assertThatThrownBy(() -> TokenFile.add(file, GATEWAY, new Random(2)))
                .isInstanceOf(CannotServe.class)
                .hasMessage(file + ": already has a `gateway`");
    }

    @Test
    void aRevokedTokenStopsWithTheNextReload() throws IOException {
        Path file = folder.resolve("tokens");
        String gateway = TokenFile.add(file, GATEWAY, new Random(1));
        String reader = TokenFile.add(file, READER, new Random(2));
        Authenticator authenticator = Authenticator.ofFile(file);

        Files.writeString(file, "reader review " + Token.hashOf(reader) + "\n");
        authenticator.reload();

        assertThat(authenticator.of(Optional.of("Bearer " + gateway)))
                .isEqualTo(new Unknown("no such bearer token"));
        assertThat(authenticator.of(Optional.of("Bearer " + reader))).isEqualTo(new Known(READER));
    }

    @Test
    void badLinesAreNamedByTheirPlace() throws IOException {
        check("gateway decide", ":1: expected `NAME SCOPE[,SCOPE...] SHA256`");
        check("gateway decide abc", ":1: expected `NAME SCOPE[,SCOPE...] SHA256`");
        check("-gateway decide " + DIGEST, ":1: expected `NAME SCOPE[,SCOPE...] SHA256`");
        check("# all\n\ngateway decide,root " + DIGEST, ":3: no scope `root`");
        check("a decide " + DIGEST + "\na decide " + DIGEST, ":2: a second `a`");
        check(
                "# nobody yet",
                ": has 0 tokens, expected 1 to 1000; add one with `praetor token create`");
    }

    @Test
    void aFileThatOthersCanWriteIsNotBelieved() throws IOException {
        Path file = folder.resolve("tokens");
        TokenFile.add(file, GATEWAY, new Random(1));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));

        assertThatThrownBy(() -> Authenticator.ofFile(file))
                .isInstanceOf(CannotServe.class)
                .hasMessage(file + ": others can write it; run `chmod go-w " + file + "`");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("nowhere");
        assertThatThrownBy(() -> Authenticator.ofFile(file))
                .isInstanceOf(CannotServe.class)
                .hasMessageStartingWith(file + ": cannot read it");
    }

    private void check(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("bad"), text);
        assertThatThrownBy(() -> TokenFile.read(file))
                .isInstanceOf(CannotServe.class)
                .hasMessage(file + message);
    }
}
