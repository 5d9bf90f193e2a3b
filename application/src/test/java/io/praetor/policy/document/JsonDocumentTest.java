package io.praetor.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.document.Node.Entry;
import io.praetor.policy.document.Node.Kind;
import io.praetor.policy.document.Node.Mapping;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Node.Sequence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {
    @Test
    void everyValueKnowsItsPlace() {
        Problems problems = new Problems();
        Optional<Node> root =
                JsonDocument.read(new PolicySource("f.json", "{\"a\":\n\t[1.50, null]}"), problems);

        assertThat(root)
                .contains(
                        new Mapping(
                                List.of(
                                        new Entry(
                                                scalar(Kind.TEXT, "a", 1, 2),
                                                new Sequence(
                                                        List.of(
                                                                scalar(Kind.NUMBER, "1.50", 2, 3),
                                                                scalar(Kind.NOTHING, "null", 2, 9)),
                                                        at(2, 2)))),
                                at(1, 1)));
        assertThat(problems.inFileOrder()).isEmpty();
    }

    @Test
    void surrogatePairsAndNanAreRead() {
        check("{\"a\": \"\\ud83d\\ude00\", \"b\": NaN}");
    }

    @Test
    void whatIsNoDocumentIsSaidWithItsPlace() {
        check("", "f.json:1:1: the file is empty");
        check("{\"a\": 1,\n \"a\": 2}", "f.json:2:2: key `a` stands twice");
        check("[] []", "f.json:1:4: text behind the document; a file holds one");
    }

    @Test
    void brokenAndBottomlessTextsAreRefused() {
        for (String text : List.of("{", "{\"a\" 1}", "[1,]", "nope", "[".repeat(100_000))) {
            Problems problems = new Problems();

            assertThat(JsonDocument.read(new PolicySource("f.json", text), problems)).isEmpty();
            assertThat(problems.inFileOrder())
                    .singleElement()
                    .satisfies(
                            problem ->
                                    assertThat(problem.message())
                                            .startsWith("not readable as json: "));
        }
    }

    private static void check(String text, String... expected) {
        Problems problems = new Problems();
        JsonDocument.read(new PolicySource("f.json", text), problems);
        assertThat(problems.inFileOrder().stream().map(PolicyProblem::toString))
                .containsExactly(expected);
    }

    private static Scalar scalar(Kind kind, String text, int line, int column) {
        return new Scalar(kind, text, at(line, column), Optional.empty());
    }

    private static SourcePosition at(int line, int column) {
        return new SourcePosition("f.json", line, column);
    }
}
