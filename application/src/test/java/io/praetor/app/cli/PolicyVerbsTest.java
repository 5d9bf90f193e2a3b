package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.PolicyHash;
import io.praetor.policy.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyVerbsTest {
    private static final String HASH = PolicyHash.of(Optional.empty(), Samples.sample());

    @TempDir private Path folder;

    @BeforeEach
    void writeSamples() throws IOException {
        Files.writeString(folder.resolve("sample.yaml"), Samples.sample());
        Files.writeString(
                folder.resolve("bad.yaml"),
                Samples.edited("actions: [deploy]", "actions: [deplyo]"));
        Files.writeString(
                folder.resolve("odd.yaml"), Samples.edited("expiry-hours: 168", "expiry-hours: 1"));
        Files.writeString(folder.resolve("law.json"), "{\"rules\": {}}");
        Files.write(folder.resolve("bytes.yaml"), new byte[] {'a', '\n', 'b', (byte) 0xff});
    }

    @Test
    void aSoundPolicyIsSaidWithItsHash() {
        assertThat(Ran.in(folder, "policy", "check", "sample.yaml"))
                .isEqualTo(
                        new Ran(
                                0,
                                "sample.yaml: sound: team-sample 1.0.0, 7 clauses, 7 rules in 3"
                                        + " sections, hash %s\n".formatted(HASH),
                                ""));
    }

    @Test
    void theConfiguredPolicyIsCheckedWhereNoneIsNamed() {
        assertThat(Ran.in(folder, "policy", "check").out()).contains(": sound: team-default ");
    }

    @Test
    void aMisspeltActionStopsWithItsPlaceAndASuggestion() {
        assertThat(Ran.in(folder, "policy", "check", "sample.yaml", "bad.yaml"))
                .isEqualTo(
                        new Ran(
                                3,
                                """
                                sample.yaml: sound: team-sample 1.0.0, 7 clauses, 7 rules in 3 \
                                sections, hash %s
                                bad.yaml:91:19: unknown action `deplyo`; did you mean `deploy`?
                                    91 |         actions: [deplyo]
                                       |                   ^

                                bad.yaml: refused, 1 error
                                """
                                        .formatted(HASH),
                                ""));
    }

    @Test
    void warningsRefuseNothing() {
        Ran ran = Ran.in(folder, "policy", "check", "odd.yaml");
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .startsWith("odd.yaml:23:12: warning: approvals expire after 24 hours")
                .endsWith(", 1 warning\n");
    }

    @Test
    void jsonHasOneObjectAFile() {
        assertThat(Ran.in(folder, "policy", "check", "--json", "sample.yaml", "bad.yaml").out())
                .isEqualTo(
                        """
                        {"file":"sample.yaml","sound":true,"policy":"team-sample",\
                        "version":"1.0.0","hash":"%s","problems":[]}
                        {"file":"bad.yaml","sound":false,"problems":[{"severity":"error",\
                        "line":91,"column":19,"message":"unknown action `deplyo`",\
                        "suggestion":"deploy"}]}
                        """
                                .formatted(HASH));
    }

    @Test
    void differencesAreSaid() {
        assertThat(Ran.in(folder, "policy", "diff", "sample.yaml", "odd.yaml"))
                .isEqualTo(new Ran(0, "changed setting approvals.expiry-hours\n  168 -> 24\n", ""));
        assertThat(Ran.in(folder, "policy", "diff", "--json", "sample.yaml", "odd.yaml").out())
                .isEqualTo(
                        """
                        {"kind":"changed","part":"setting","id":"approvals.expiry-hours",\
                        "fields":[{"field":"","before":"168","after":"24"}]}
                        """);
        assertThat(Ran.in(folder, "policy", "diff", "sample.yaml", "sample.yaml"))
                .isEqualTo(new Ran(0, "no difference\n", ""));
    }

    @Test
    void anImportGoesToStandardOutput() throws IOException {
        Path policies = Path.of("../policies").toAbsolutePath();
        Ran ran =
                Ran.in(
                        folder,
                        "policy",
                        "import",
                        "web4",
                        policies.resolve("reference/web4-default-law.json").toString());
        assertThat(ran)
                .isEqualTo(
                        new Ran(
                                0,
                                Files.readString(policies.resolve("web4-default-law.yaml")),
                                ""));
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThat(Ran.in(folder, "policy", "import", "web4", "law.json"))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                """
                                praetor: law.json is refused
                                law.json:1:11: $.rules: a law without rules
                                     1 | {"rules": {}}
                                       |           ^

                                """));
        assertThat(Ran.in(folder, "policy", "diff", "sample.yaml", "bad.yaml").status())
                .isEqualTo(3);
        assertThat(Ran.in(folder, "policy", "check", "bytes.yaml"))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "praetor: bytes.yaml:2:2: a byte that may not stand in UTF-8 here:"
                                        + " 0xFF\n"));
        assertThat(Ran.in(folder, "policy", "check", "none.yaml").status()).isEqualTo(4);
        assertThat(Ran.in(folder, "policy", "import", "acl", "law.json").status()).isEqualTo(2);
        assertThat(Ran.in(folder, "policy").status()).isEqualTo(2);
    }
}
