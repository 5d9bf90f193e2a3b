package io.praetor.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicySource;
import io.praetor.policy.document.Node.Mapping;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Node.Sequence;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class YamlDocumentTest {
    @Test
    void scalarsKeepTheirKindAndPlace() {
        check("a: [1, -2.5e3, true, null, '1', \"x\\ty\", ~, yes, 07:00, 1.0.0]")
                .isEqualTo(
                        "1:1{a=1:4[1:5 NUMBER 1, 1:8 NUMBER -2.5e3, 1:16 TRUTH true, 1:22 NOTHING"
                                + " null, 1:28 TEXT 1, 1:33 TEXT x\ty, 1:41 NOTHING ~, 1:44 TEXT"
                                + " yes, 1:49 TEXT 07:00, 1:56 TEXT 1.0.0]}");
    }

    @Test
    void aliasesStandForWhatTheyName() {
        check("a: &x {k: 1}\nb: *x\n")
                .isEqualTo("1:1{a=1:4{k=1:11 NUMBER 1}, b=1:4{k=1:11 NUMBER 1}}");
    }

    @Test
    void mergeKeysAreOrdinaryKeys() {
        check("a: &x {k: 1}\nb: {<<: *x}\n")
                .isEqualTo("1:1{a=1:4{k=1:11 NUMBER 1}, b=2:4{<<=1:4{k=1:11 NUMBER 1}}}");
    }

    @Test
    void aByteOrderMarkIsNoColumn() {
        check("\uFEFFa: b").isEqualTo("1:1{a=1:4 TEXT b}");
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        check("").isEqualTo("f:1:1: the file is empty");
        check("# only a comment\n").isEqualTo("f:2:1: the file is empty");
        check("a: 1\n---\nb: 2\n").isEqualTo("f:2:1: a second document; a file holds one");
        check("a: *b").isEqualTo("f:1:4: `*b` names no anchor before it");
        check("a: &a [*a]").isEqualTo("f:1:8: `*a` stands inside what it names");
        check("a: {b: 1").startsWith("f:1:9: not readable as yaml: expected ',' or '}'");
        check("a: 1\na: 2\n").isEqualTo("f:2:1: key `a` stands twice");
        check("a: !!binary aGk=")
                .isEqualTo("f:1:4: tag `tag:yaml.org,2002:binary` is not read here");
        check("[a]: 1").isEqualTo("f:1:1: a key must be a text, not a list");
        check("a: \u0000").isEqualTo("f:1:4: a character that may not stand in yaml: U+0000");
        check("%YAML 9.9\n---\na").startsWith("f:1:1: not readable as yaml: ");
    }

    @Test
    void depthIsLimited() {
        check("[".repeat(100_000)).isEqualTo("f:1:33: nested deeper than 32 levels");
        check("- ".repeat(1_000)).isEqualTo("f:1:65: nested deeper than 32 levels");
        check("a: &a " + "[".repeat(20) + "]".repeat(20) + "\nb: " + "[".repeat(20) + "*a")
                .isEqualTo("f:2:24: nested deeper than 32 levels");
    }

    @Test
    void aliasesCannotMultiplyWithoutEnd() {
        StringBuilder text = new StringBuilder("a0: &a0 x\n");
        for (int i = 1; i <= 20; i++) {
            String last = "*a" + (i - 1);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, (last + ", ").repeat(9) + last));
        }
        check(text.toString()).isEqualTo("f:7:5: more than 1000000 values");
    }

    @Test
    void lengthIsLimited() {
        check("a".repeat(YamlDocument.CHARS_MAX + 1))
                .isEqualTo("f:1:1: longer than 8388608 characters");
    }

    private static org.assertj.core.api.AbstractStringAssert<?> check(String text) {
        Problems problems = new Problems();
        String read =
                YamlDocument.read(new PolicySource("f", text), problems)
                        .map(YamlDocumentTest::shown)
                        .orElse("");
        List<PolicyProblem> found = problems.inFileOrder();
        return assertThat(
                found.isEmpty()
                        ? read
                        : found.stream()
                                .map(PolicyProblem::toString)
                                .collect(Collectors.joining("; ")));
    }

    private static String shown(Node node) {
        String place = node.position().line() + ":" + node.position().column();
        return switch (node) {
            case Scalar scalar -> place + " " + scalar.kind() + " " + scalar.text();
            case Sequence sequence ->
                    sequence.items().stream()
                            .map(YamlDocumentTest::shown)
                            .collect(Collectors.joining(", ", place + "[", "]"));
            case Mapping mapping ->
                    mapping.entries().stream()
                            .map(entry -> entry.name() + "=" + shown(entry.value()))
                            .collect(Collectors.joining(", ", place + "{", "}"));
        };
    }
}
