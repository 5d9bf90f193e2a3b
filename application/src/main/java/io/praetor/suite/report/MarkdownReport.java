package io.praetor.suite.report;

/** A report in Markdown. */
public final class MarkdownReport {
    private MarkdownReport() {}

    public static String write(Report report) {
        return MarkdownPage.write("Suite report", Tables.header(report), Tables.of(report));
    }
}
