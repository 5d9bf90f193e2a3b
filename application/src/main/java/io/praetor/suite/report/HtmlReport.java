package io.praetor.suite.report;

/** A report as one HTML page, with plots. */
public final class HtmlReport {
    private HtmlReport() {}

    public static String write(Report report) {
        return HtmlPage.write(
                "Suite report",
                Tables.header(report),
                accuracy(report) + calibration(report),
                Tables.of(report));
    }

    private static String accuracy(Report report) {
        return """
               <h2>Share decided rightly</h2>
               %s<p>Lines are 95 %% intervals (Wilson); dashed is the best constant answer.</p>
               """
                .formatted(AccuracyPlot.of(report.card()));
    }

    private static String calibration(Report report) {
        return """
               <h2>Confidence against right</h2>
               %s<p>To the right the mean confidence, upwards the share decided rightly, with 95 %%
               intervals. Below the dashed diagonal confidence claims too much.</p>
               """
                .formatted(CalibrationPlot.of(report.all()));
    }
}
