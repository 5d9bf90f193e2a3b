package io.praetor.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The machine's Chromium, driven by Playwright, which downloads none of its own. */
final class Chromium implements AutoCloseable {
    private static final String DEBIANS = "/usr/bin/chromium";

    private final List<String> complaints = new ArrayList<>();
    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Path path = installed();
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(path)
                                        // Its sandbox does not start for root, as CI runs.
                                        .setArgs(List.of("--no-sandbox")));
    }

    private static Path installed() {
        Path path = Path.of(Objects.requireNonNullElse(System.getenv("PRAETOR_BROWSER"), DEBIANS));
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException(
                    "no browser at %s; next: sudo apt-get install chromium, or name one in"
                                    .formatted(path)
                            + " PRAETOR_BROWSER");
        }
        return path;
    }

    Page page() {
        return page(new NewContextOptions());
    }

    /** A page of somebody who shares no cookies with others. */
    Page page(NewContextOptions options) {
        Page page = browser.newContext(options).newPage();
        page.onConsoleMessage(
                message -> {
                    if ("error".equals(message.type())) {
                        complaints.add(message.text());
                    }
                });
        page.onPageError(complaints::add);
        page.onDialog(
                dialog -> {
                    complaints.add("a dialog: " + dialog.message());
                    dialog.dismiss();
                });
        return page;
    }

    /** Errors of scripts, what the content policy stopped, and dialogs that were opened. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
