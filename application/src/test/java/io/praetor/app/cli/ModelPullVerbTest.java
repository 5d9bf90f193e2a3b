package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.http.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPullVerbTest {
    private static final String CONTENT = "GGUF and the rest of it".repeat(1000);

    @TempDir private Path folder;
    private final Loopback server = new Loopback();
    private String digest = "";

    @BeforeEach
    void serve() throws Exception {
        digest =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(CONTENT.getBytes(StandardCharsets.UTF_8)));
        Files.writeString(
                folder.resolve("tiny.json"),
                """
                {"name":"tiny","file":"tiny.gguf","quantisation":"F32","licence":"none","bytes":1,
                 "url":"%s/file","pointer":"%s/pointer"}
                """
                        .formatted(server.url(), server.url()));
        server.on("/pointer", pointer(digest)).on("/file", CONTENT);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void itSaysSizeAndRoomFirstAndKeepsTheFileUnderItsDigest() throws IOException {
        Ran ran = pull();
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err())
                .startsWith("fetching tiny (F32, licence none), 0.00 GB of ")
                .contains("set model.sha256");
        assertThat(ran.out()).contains("has the SHA-256 " + digest);
        assertThat(Files.readString(model())).isEqualTo(CONTENT);
        assertThat(server.asked()).hasSize(2);
        assertThat(pull().out()).contains("is there already");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void anInterruptedFileGoesOnWhereItEnded() throws IOException {
        server.on("/file", Loopback.cut(CONTENT.substring(0, 5000)));
        Ran cut = pull();
        assertThat(cut.status()).isEqualTo(4);
        assertThat(cut.err()).contains("ended early; say it again, and it goes on from there");
        assertThat(model()).doesNotExist();
        long there = Files.size(part());
        assertThat(there).isPositive();

        server.on(
                "/file",
                (exchange, _) -> {
                    String range = exchange.getRequestHeaders().getFirst("Range");
                    assertThat(range).isEqualTo("bytes=%d-".formatted(there));
                    exchange.getResponseHeaders()
                            .set(
                                    "Content-Range",
                                    "bytes %d-%d/%d"
                                            .formatted(
                                                    there, CONTENT.length() - 1, CONTENT.length()));
                    byte[] rest = CONTENT.substring((int) there).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(206, rest.length);
                    exchange.getResponseBody().write(rest);
                });
        assertThat(pull().status()).isZero();
        assertThat(Files.readString(model())).isEqualTo(CONTENT);
        assertThat(part()).doesNotExist();
    }

    @Test
    void aServerThatCannotGoOnStartsAgain() throws IOException {
        Files.createDirectories(part().getParent());
        Files.writeString(part(), "something else");
        assertThat(pull().status()).isZero();
        assertThat(Files.readString(model())).isEqualTo(CONTENT);
    }

    @Test
    void anotherDigestIsNotKept() {
        server.on("/pointer", pointer("0".repeat(64)));
        Ran ran = pull();
        assertThat(ran.status()).isEqualTo(4);
        assertThat(ran.err()).contains("instead of 000000").contains("what came was deleted");
        assertThat(model()).doesNotExist();
        assertThat(part()).doesNotExist();
    }

    @Test
    void whatIsRefusedOrTellsNoDigestIsNotFetched() {
        server.on("/file", Loopback.status(403, ""));
        assertThat(pull().err()).contains("/file is refused with status 403");
        server.on("/pointer", Loopback.status(200, "<html>"));
        assertThat(pull().err()).contains("states no digest and size");
        server.close();
        assertThat(pull().err()).contains("cannot be reached; fetch it elsewhere");
        assertThat(model()).doesNotExist();
    }

    @Test
    void aBrokenManifestIsBadInput() throws IOException {
        Files.writeString(folder.resolve("tiny.json"), "{\"name\":\"tiny\",\"file\":\"../x\"}");
        Ran ran = pull();
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err()).contains("tiny.json:1:1: `file` is a plain file name");
        assertThat(Ran.in(folder, "model", "pull", "nothing").err())
                .contains("no manifest `nothing`");
    }

    @Test
    void theShippedManifestIsOne() throws IOException {
        String shipped = Files.readString(Path.of("..", "models", "phi-4-mini-instruct.json"));
        var manifest = io.praetor.adapters.download.Manifest.of(shipped);
        assertThat(manifest.quantisation()).isEqualTo("Q4_K_M");
        assertThat(manifest.url().getScheme()).isEqualTo("https");
        assertThat(manifest.pointer()).isPresent();
    }

    private Ran pull() {
        return Ran.in(folder, "model", "pull", "tiny.json");
    }

    private Path model() {
        return folder.resolve(".praetor/models/tiny.gguf");
    }

    private Path part() {
        return folder.resolve(".praetor/models/tiny.gguf.part");
    }

    private static Loopback.Answer pointer(String digest) {
        return Loopback.status(
                200,
                "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize %d\n"
                        .formatted(digest, CONTENT.length()));
    }
}
