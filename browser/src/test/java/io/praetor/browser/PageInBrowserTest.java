package io.praetor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as reviewers meet it: in a browser, by its keys. */
class PageInBrowserTest {
    private static final Chromium CHROMIUM = new Chromium();

    private static final List<String> HOSTILE =
            List.of(
                    "<img src=x onerror=\"document.title='taken'\">",
                    "'\"><script>document.title='taken'</script>",
                    "</textarea><svg onload=alert(1)>",
                    "javascript:alert(1)",
                    "<style>main{display:none}</style>",
                    "a".repeat(300));

    private static final WaitForSelectorOptions ATTACHED =
            new WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);

    @TempDir private Path folder;

    @AfterAll
    static void stop() {
        CHROMIUM.close();
    }

    private static Page signedIn(RunningSidecar sidecar, String name) {
        return signedIn(CHROMIUM.page(), sidecar, name);
    }

    private static Page signedIn(Page page, RunningSidecar sidecar, String name) {
        page.navigate(sidecar.at("/"));
        page.fill("input[name=name]", name);
        pressing(page, "Enter");
        assertThat(page.url()).endsWith("/queue");
        return page;
    }

    /** Presses keys, the last of which leads to another page. */
    private static void pressing(Page page, String... keys) {
        String before = page.url();
        for (String key : keys) {
            page.keyboard().press(key);
        }
        page.waitForURL(url -> !url.equals(before));
    }

    @Test
    void threeCasesAreReviewedByKeysAlone() {
        try (RunningSidecar sidecar = RunningSidecar.in(folder)) {
            sidecar.decided("one");
            sidecar.decided("two");
            sidecar.decided("three");
            Page page = signedIn(sidecar, "ann");
            pressing(page, "Enter");
            assertThat(page.textContent(".progress")).contains("0 of 3 judged");

            pressing(page, "a", "Enter");
            assertThat(page.textContent(".progress")).contains("1 of 3 judged");
            page.waitForSelector(".heard:has-text('Saved')", ATTACHED);

            page.keyboard().press("d");
            page.keyboard().press("2");
            page.keyboard().press("n");
            page.keyboard().type("a second factor is enough");
            pressing(page, "Control+Enter");
            assertThat(page.textContent(".progress")).contains("2 of 3 judged");

            page.keyboard().press("r");
            page.keyboard().type("a, d and s are only letters here");
            page.keyboard().press("Escape");
            page.keyboard().press("k");
            pressing(page, "3", "Enter");
            assertThat(page.url()).contains("/queue");
            assertThat(sidecar.statistics().get("reviewed").asInt()).isEqualTo(3);
            assertThat(sidecar.statistics().at("/training/corrections").asInt()).isEqualTo(2);
            assertThat(sidecar.statistics().at("/kinds/unclear").asInt()).isEqualTo(1);

            pressing(page, "u");
            assertThat(page.inputValue("textarea[name=reasoning]"))
                    .isEqualTo("a, d and s are only letters here");
            pressing(page, "a", "Enter");
            assertThat(page.textContent(".alert")).contains("what is accepted is not corrected");
        }
    }

    @Test
    void theQueueIsWalkedThroughByKeys() {
        try (RunningSidecar sidecar = RunningSidecar.in(folder)) {
            sidecar.decided("one");
            sidecar.decided("two");
            Page page = signedIn(sidecar, "ann");
            String second = page.inputValue(".entry:nth-child(2) input[name=record]");
            for (String key : List.of("j", "ArrowDown", "k", "j")) {
                page.keyboard().press(key);
            }
            pressing(page, "Enter");
            assertThat(page.url()).contains("/cases/" + second);
            pressing(page, "s");
            assertThat(page.url()).doesNotContain("/cases/" + second);

            page.keyboard().press("?");
            page.waitForSelector("dialog[open]");
            page.keyboard().press("Escape");
            assertThat(page.isVisible("dialog")).isFalse();
        }
    }

    @Test
    void everyControlIsReachedByTabAlone() {
        try (RunningSidecar sidecar = RunningSidecar.in(folder)) {
            String id = sidecar.decided("one");
            Page page = signedIn(sidecar, "ann");
            page.navigate(sidecar.at("/cases/" + id));
            Set<String> reached = new HashSet<>();
            for (int presses = 0; presses < 60; presses++) {
                page.keyboard().press("Tab");
                reached.add(
                        (String)
                                page.evaluate(
                                        "document.activeElement.name"
                                                + " || document.activeElement.textContent"));
            }
            assertThat(reached)
                    .contains(
                            "Queue",
                            "decision",
                            "reasoning",
                            "citations",
                            "classification",
                            "risk",
                            "kind",
                            "note",
                            "explanation_score",
                            "advice_helped",
                            "verdict",
                            // "Skip" and the hint at its key.
                            "Skips",
                            "Record, version and proof");
        }
    }

    @Test
    void aBlindCaseRevealsNothingUntilItIsJudged() {
        try (RunningSidecar sidecar = RunningSidecar.blind(folder)) {
            String id = sidecar.decided("one");
            Page page = signedIn(sidecar, "ann");
            assertThat(page.content()).doesNotContain("badge deny");
            pressing(page, "Enter");
            assertThat(page.content())
                    .contains("Shown blind")
                    .doesNotContain("badge deny", "Clauses cited", "What each evaluator");
            page.navigate(sidecar.at("/decisions"));
            assertThat(page.textContent("table:not(.bars)")).contains("blind");

            page.navigate(sidecar.at("/cases/" + id));
            pressing(page, "d", "1", "Enter");
            assertThat(page.content()).contains("Clauses cited", "you would allow");
        }
    }

    @Test
    void twoReviewersNeverGetTheSameCase() {
        try (RunningSidecar sidecar = RunningSidecar.in(folder)) {
            for (int count = 0; count < 6; count++) {
                sidecar.decided("case " + count);
            }
            Page ann = signedIn(sidecar, "ann");
            Page ben = signedIn(sidecar, "ben");
            Set<String> seen = new HashSet<>();
            pressing(ann, "Enter");
            pressing(ben, "Enter");
            for (int turn = 0; turn < 3; turn++) {
                for (Page page : List.of(ann, ben)) {
                    assertThat(seen.add(page.url().replaceAll(".*/cases/|\\?.*", ""))).isTrue();
                    pressing(page, "a", "Enter");
                }
            }
            assertThat(sidecar.statistics().get("reviewed").asInt()).isEqualTo(6);
        }
    }

    @Test
    void whatCasesSayIsNeverRun() {
        try (RunningSidecar sidecar = RunningSidecar.in(folder)) {
            List<String> ids = HOSTILE.stream().map(sidecar::decided).toList();
            Page page = signedIn(sidecar, "<script>document.title='taken'</script>");
            CHROMIUM.complaints().clear();
            for (String id : ids) {
                page.navigate(sidecar.at("/cases/" + id));
                assertThat(page.title()).doesNotContain("taken");
                assertThat(page.isVisible("main")).isTrue();
            }
            page.keyboard().press("n");
            page.keyboard().type("</textarea><script>document.title='taken'</script>");
            pressing(page, "Control+Enter");
            assertThat(page.textContent(".alert")).contains("a correction says what is wrong");
            assertThat(page.inputValue("textarea[name=note]")).startsWith("</textarea>");
            assertThat(page.title()).doesNotContain("taken");
            assertThat(CHROMIUM.complaints()).isEmpty();
        }
    }

    @Test
    void aPhoneNeverScrollsSideways() {
        try (RunningSidecar sidecar = RunningSidecar.in(folder)) {
            List<String> ids = HOSTILE.stream().map(sidecar::decided).toList();
            NewContextOptions phone = new NewContextOptions().setViewportSize(360, 740);
            Page page = signedIn(CHROMIUM.page(phone), sidecar, "ann");
            for (String path :
                    List.of(
                            "/queue",
                            "/cases/" + ids.getFirst(),
                            "/cases/" + ids.getLast(),
                            "/decisions",
                            "/statistics",
                            "/sign-in")) {
                page.navigate(sidecar.at(path));
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(360);
            }
        }
    }

    @Test
    void withoutScriptItIsPlainForms() {
        try (RunningSidecar sidecar = RunningSidecar.in(folder)) {
            sidecar.decided("one");
            NewContextOptions plain = new NewContextOptions().setJavaScriptEnabled(false);
            Page page = signedIn(CHROMIUM.page(plain), sidecar, "ann");
            page.click("text=Review the next case");
            page.waitForURL("**/cases/**");
            page.click("button.accepted");
            page.waitForURL("**/queue**");
            assertThat(page.textContent(".notice")).contains("Saved. 1 judged.");
            assertThat(sidecar.statistics().get("reviewed").asInt()).isEqualTo(1);
        }
    }
}
