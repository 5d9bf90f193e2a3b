package io.praetor.suite.comparison;

import io.praetor.suite.Scored;
import java.util.List;

/** A run as its JSON report tells it. */
public record ReportedRun(Scored scored, List<RunEntry> entries) {
    public ReportedRun {
        entries = List.copyOf(entries);
    }
}
