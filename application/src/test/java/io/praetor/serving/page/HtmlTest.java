package io.praetor.serving.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Markup comes from the program alone, whatever the texts say. */
class HtmlTest {
    private static final long SEED = 20260302;
    private static final int ROUNDS = 5_000;

    /** Pieces that end a text, a tag, a comment or an attribute, or begin one. */
    private static final List<String> PIECES =
            List.of(
                    "<",
                    ">",
                    "\"",
                    "'",
                    "&",
                    "=",
                    "/",
                    "`",
                    "\\",
                    "<script>",
                    "</script>",
                    "<!--",
                    "-->",
                    "]]>",
                    "onerror=",
                    "javascript:",
                    "&lt;",
                    "&#39",
                    "\u0000",
                    "\u202e",
                    "\r\n",
                    "\n",
                    "\t",
                    "\ud800",
                    "\ufeff",
                    "</textarea>",
                    "{{",
                    "${",
                    "a",
                    " ",
                    "\u00e9",
                    "\ud83d\ude00");

    @Test
    void noTextBecomesMarkup() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String hostile = hostile(random);
            String source =
                    Html.element(
                                    "p",
                                    Html.attribute("title", hostile),
                                    Html.text(hostile),
                                    Html.exact(hostile))
                            .toString();
            assertThat(source).as("seed %d, round %d", SEED, round).startsWith("<p title=\"");
            String attribute = source.substring(10, source.indexOf('"', 10));
            assertThat(source.substring(10 + attribute.length())).startsWith("\">");
            String content = source.substring(12 + attribute.length(), source.length() - 4);
            assertThat(content).doesNotContain("<", ">", "\"", "'", "\u0000");
            assertThat(content.replaceAll("&(amp|lt|gt|quot|#39|#13);", "")).doesNotContain("&");
            assertThat(unescaped(attribute)).isEqualTo(hostile.replace('\u0000', '\ufffd'));
        }
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(12); count > 0; count--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#13;", "\r")
                .replace("&amp;", "&");
    }

    @Test
    void whatCannotBeSeenIsShownAsADot() {
        assertThat(Html.text("user:\u202eeciLa\u0007\nsecond line").toString())
                .isEqualTo("user:\u00b7eciLa\u00b7\nsecond line");
    }

    @Test
    void linksLeadToOurOwnPages() {
        for (String link :
                List.of(
                        "javascript:alert(1)",
                        "https://elsewhere.example/",
                        "//elsewhere.example/",
                        "/\\elsewhere.example",
                        "",
                        "data:text/html,x",
                        "/a b")) {
            assertThatThrownBy(() -> Html.attribute("href", link))
                    .as(link)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Html.element("a", Html.attribute("href", "/cases/a%2Fb?done=1")).toString())
                .isEqualTo("<a href=\"/cases/a%2Fb?done=1\"></a>");
    }

    @Test
    void nothingRunsFromWithinADocument() {
        assertThatThrownBy(() -> Html.attribute("onclick", "alert(1)"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Html.attribute("style", "color: red"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Html.element("script", Html.text("alert(1)")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Html.element("p><script", Html.text("x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Html.all(Html.attribute("title", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
