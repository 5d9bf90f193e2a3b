package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A keeper of the log proves, an auditor who has no log checks. */
class LogProofVerbTest {
    private static final Map<String, String> SIGNING = Map.of("PRAETOR_LOG_KEY", "k.pem");

    @TempDir private static Path shared;
    private static RecordedDemo demo;

    /** The keeper's. */
    @TempDir private Path keeper;

    /** The auditor's: proofs and heads, no log. */
    @TempDir private Path auditor;

    @BeforeAll
    static void decide() {
        demo = RecordedDemo.in(shared);
    }

    @BeforeEach
    void copy() throws IOException {
        demo.copyTo(keeper);
        Files.writeString(
                auditor.resolve("verifier.txt"),
                keep("log", "key", "k.pem", "--log", "log.db").out());
    }

    private Ran keep(String... arguments) {
        return Ran.in(keeper, arguments);
    }

    private Ran sign(String... arguments) {
        return Ran.with(SIGNING, keeper, arguments);
    }

    private Ran audit(String... arguments) {
        return Ran.in(auditor, arguments);
    }

    private String at(String name) {
        return auditor.resolve(name).toString();
    }

    private void proves(String... options) {
        Ran ran = sign(options);
        assertThat(ran).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void anAuditorChecksADecisionAgainstTheHeadAlone() {
        proves("log", "head", "--log", "log.db", "--out", at("head.txt"));
        proves("log", "proof", demo.id(3), "--log", "log.db", "--out", at("proof.json"));
        Ran ran =
                audit(
                        "log",
                        "verify",
                        "--proof",
                        "proof.json",
                        "--head",
                        "head.txt",
                        "--key",
                        "verifier.txt");
        assertThat(ran.status()).as(ran.toString()).isZero();
        assertThat(ran.out())
                .startsWith(
                        "the proof holds: record 3 `%s` is in the log whose head is\n"
                                .formatted(demo.id(3)));
        assertThat(audit("log", "verify", "--proof", "proof.json", "--json").out())
                .isEqualTo("{\"holds\":true,\"problems\":[]}\n");
    }

    @Test
    void aDecisionIsProvedUnderTheHeadThatTheAuditorHolds() throws IOException {
        proves("log", "head", "--log", "log.db", "--out", at("old.txt"));
        appendOne();
        proves("log", "head", "--log", "log.db", "--out", at("new.txt"));
        proves(
                "log",
                "proof",
                demo.id(3),
                "--head",
                at("old.txt"),
                "--log",
                "log.db",
                "--out",
                at("old.json"));
        assertThat(holds("old.json", "old.txt").status()).isZero();
        assertThat(holds("old.json", "new.txt").status()).isEqualTo(1);
        proves("log", "proof", "--from", at("old.txt"), "--log", "log.db", "--out", at("c.json"));
        assertThat(holds("c.json", "old.txt").out())
                .startsWith("the proof holds: the log with head\n");
        assertThat(holds("c.json", "new.txt").status()).isZero();
        String added = lastId();
        assertThat(sign("log", "proof", added, "--head", at("old.txt"), "--log", "log.db"))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "praetor: %s: the head covers %d records; the decision is record"
                                                .formatted(at("old.txt"), demo.count())
                                        + " %d, which came later\n".formatted(demo.count())));
    }

    private Ran holds(String proof, String head) {
        return audit("log", "verify", "--proof", proof, "--head", head, "--key", "verifier.txt");
    }

    /** Erasing nobody's record writes none; erasing one writes the erasure. */
    private void appendOne() {
        assertThat(
                        keep(
                                        "log",
                                        "erase",
                                        demo.id(0),
                                        "--log",
                                        "log.db",
                                        "--reason",
                                        "law",
                                        "--approver",
                                        "user:ada")
                                .status())
                .isZero();
    }

    private String lastId() {
        String last =
                keep("log", "export", "--log", "log.db", "--from", "" + demo.count()).out().strip();
        return JsonMapper.shared().readTree(last).path("id").asString();
    }

    @Test
    void aProofOfAnotherHeadIsRefuted() throws IOException {
        proves("log", "proof", demo.id(3), "--log", "log.db", "--out", at("proof.json"));
        Path other = Files.createDirectory(keeper.resolve("other"));
        RecordedDemo another = RecordedDemo.in(other);
        Ran.in(other, "log", "head", "--log", another.file().toString(), "--out", at("head.txt"));
        Ran ran = audit("log", "verify", "--proof", "proof.json", "--head", "head.txt");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith(
                        "refuted: the proof is not about the head of %d records, root "
                                .formatted(demo.count()));
    }

    @Test
    void aProofWhoseHeadNobodySignedIsRefutedUnderAKey() {
        keep("log", "proof", demo.id(3), "--log", "log.db", "--out", at("proof.json"));
        assertThat(audit("log", "verify", "--proof", "proof.json", "--key", "verifier.txt"))
                .isEqualTo(new Ran(1, "refuted: a head does not carry that key's signature\n", ""));
        assertThat(audit("log", "verify", "--proof", "proof.json").status()).isZero();
    }

    @Test
    void aForgedProofIsRefuted() throws IOException {
        proves(
                "log",
                "proof",
                demo.id(3),
                "--disclose",
                "actor",
                "--log",
                "log.db",
                "--out",
                at("proof.json"));
        Path proof = auditor.resolve("proof.json");
        String text = Files.readString(proof);
        String effect = demo.decisions().get(3).path("effect").asString();
        String forged = effect.equals("allow") ? "deny" : "allow";
        Files.writeString(
                proof,
                text.replace(
                        "\\\"effect\\\":\\\"" + effect + "\\\"",
                        "\\\"effect\\\":\\\"" + forged + "\\\""));
        assertThat(audit("log", "verify", "--proof", "proof.json"))
                .isEqualTo(
                        new Ran(1, "refuted: the record's hash does not match its content\n", ""));
        Files.writeString(proof, text.replace("\"user:", "\"user:not-"));
        assertThat(Files.readString(proof)).isNotEqualTo(text);
        assertThat(audit("log", "verify", "--proof", "proof.json"))
                .isEqualTo(new Ran(1, "refuted: the disclosed actor is not the record's\n", ""));
    }

    @Test
    void personsAreShownOnlyWhereDisclosed() {
        String actor = demo.decisions().get(3).path("r6").path("role").asString();
        assertThat(actor).isNotEmpty();
        String closed = keep("log", "proof", demo.id(3), "--log", "log.db").out();
        String open =
                keep("log", "proof", demo.id(3), "--disclose", "actor,situation", "--log", "log.db")
                        .out();
        assertThat(closed).contains("\"disclosed\":{}").doesNotContain("user:");
        assertThat(open).contains("\"actor\":{").contains("\"situation\":{").contains("user:");
    }

    @Test
    void whatCannotBeProvedIsSaid() throws IOException {
        assertThat(keep("log", "proof", "no-such-id", "--log", "log.db"))
                .isEqualTo(new Ran(3, "", "praetor: no record `no-such-id` in the log\n"));
        assertThat(keep("log", "proof", "x".repeat(201), "--log", "log.db").status()).isEqualTo(3);
        assertThat(keep("log", "proof", "--log", "log.db").status()).isEqualTo(2);
        assertThat(keep("log", "proof", "a", "--from", "b", "--log", "log.db").status())
                .isEqualTo(2);
        assertThat(
                        keep("log", "proof", demo.id(3), "--disclose", "salt", "--log", "log.db")
                                .status())
                .isEqualTo(2);
        assertThat(keep("log", "proof", demo.id(3), "--log", "none.db").status()).isEqualTo(4);
        assertThat(keep("log", "proof", "--from", "none.txt", "--log", "log.db").status())
                .isEqualTo(4);
        Files.writeString(keeper.resolve("late.txt"), "praetor/x\n999\n" + "A".repeat(43) + "=\n");
        assertThat(keep("log", "proof", "--from", "late.txt", "--log", "log.db"))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "praetor: late.txt: the log has %d records, not 999\n"
                                        .formatted(demo.count())));
        Files.writeString(auditor.resolve("no.json"), "{\"type\":\"guess\"}");
        assertThat(audit("log", "verify", "--proof", "no.json"))
                .isEqualTo(new Ran(3, "", "praetor: no.json: unknown proof `guess`\n"));
        Files.writeString(auditor.resolve("no.json"), "{");
        assertThat(audit("log", "verify", "--proof", "no.json").status()).isEqualTo(3);
        Files.writeString(auditor.resolve("no.json"), "{\"type\":\"inclusion\"}");
        assertThat(audit("log", "verify", "--proof", "no.json").status()).isEqualTo(3);
    }
}
