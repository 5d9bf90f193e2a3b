package io.praetor.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.document.Node.Scalar;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScalarPlacesTest {
    @Test
    void everyVisibleCharStandsWhereItSays() {
        for (String text :
                new String[] {
                    "k: a && b",
                    "k: a &&\n   b ||\n\n   c",
                    "k: 'it''s a \"b\"'",
                    "k: 'a\n\n\n  b c'",
                    "k: \"a b c\"",
                    "k: \"a \\\n    b  \n   c\"",
                    "k: |\n  a &&\n    b\n\n  c\n",
                    "k: |2\n    a\n   b\n",
                    "k: |-\n\n\n  a\n  b",
                    "k: >\n  a &&\n  b\n\n  c\n    d\n  e\n\n\n  f\n",
                    "k: >+\n  a\n  b\n\n\n",
                    "k: >-\n \n  a   \n  b",
                    "k: a &&\r\n   b\r\n",
                    "k: |\r\n  a\r\n\r\n  b\r\n",
                    "- - k:\n      - >2\n           a\n         b\n         c\n",
                    "k: \uD83D\uDE00 a \uD83D\uDE00\n   b\uD83D\uDE00c",
                    "k: >\n  \uD83D\uDE00 a\n  b\n",
                }) {
            checkVisible(text);
        }
    }

    @Test
    void escapesStandForOneChar() {
        String text = "k: \"\\x41\\u0042\\U0001F600\\t\\\"z\"";
        // value: A B (two chars) tab quote z
        int[] columns = {5, 9, 15, 15, 25, 27, 29, 30};
        for (int i = 0; i < columns.length; i++) {
            assertThat(place(text, i)).isEqualTo(new SourcePosition("f", 1, columns[i]));
        }
    }

    @Test
    void randomScalarsStandWhereTheySay() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            checkVisible(randomScalar(random));
        }
    }

    private static String randomScalar(Random random) {
        String header =
                switch (random.nextInt(5)) {
                    case 0 -> "";
                    case 1 -> "'";
                    case 2 -> "\"";
                    case 3 -> "|\n  z";
                    default -> ">\n  z";
                };
        StringBuilder text = new StringBuilder("k: ").append(header).append("x");
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(
                    switch (random.nextInt(6)) {
                        case 0 -> "\n  ";
                        case 1 -> " ";
                        case 2 -> "\n\n   ";
                        case 3 -> "\uD83D\uDE00";
                        default -> Character.toString('a' + random.nextInt(26));
                    });
        }
        return text.append("y").append(header.length() == 1 ? header : "").toString();
    }

    private static void checkVisible(String text) {
        Scalar scalar = scalar(text);
        SourceText source = SourceText.of(new PolicySource("f", text));
        for (int i = 0; i < scalar.text().length(); i++) {
            int point = scalar.text().codePointAt(i);
            if (Character.isWhitespace(point) || Character.isLowSurrogate((char) point)) {
                continue;
            }
            SourcePosition place = ScalarPlaces.of(source, scalar, i);
            int[] line = source.line(place.line()).codePoints().toArray();
            assertThat(line[place.column() - 1])
                    .describedAs("char %d of %s at %s", i, text, place)
                    .isEqualTo(point);
        }
        assertThat(inOrder(source, scalar)).describedAs(text).isTrue();
    }

    /** No char stands before the one before it, so that equal letters are not mixed up. */
    private static boolean inOrder(SourceText source, Scalar scalar) {
        int[] places = ScalarPlaces.places(source, scalar.text(), scalar.written().orElseThrow());
        for (int i = 1; i < places.length; i++) {
            boolean pair =
                    i < scalar.text().length() && Character.isLowSurrogate(scalar.text().charAt(i));
            boolean visible =
                    i < scalar.text().length() && !Character.isWhitespace(scalar.text().charAt(i));
            if (places[i] < places[i - 1] || (visible && !pair && places[i] == places[i - 1])) {
                return false;
            }
        }
        return true;
    }

    private static SourcePosition place(String text, int offset) {
        return ScalarPlaces.of(SourceText.of(new PolicySource("f", text)), scalar(text), offset);
    }

    private static Scalar scalar(String text) {
        Problems problems = new Problems();
        Node node = YamlDocument.read(new PolicySource("f", text), problems).orElseThrow();
        assertThat(problems.inFileOrder()).isEmpty();
        while (!(node instanceof Scalar)) {
            node =
                    switch (node) {
                        case Node.Mapping mapping -> mapping.entries().getFirst().value();
                        case Node.Sequence sequence -> sequence.items().getFirst();
                        case Scalar scalar -> scalar;
                    };
        }
        return (Scalar) node;
    }
}
