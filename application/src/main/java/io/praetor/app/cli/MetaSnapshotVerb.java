package io.praetor.app.cli;

import io.praetor.governance.watching.JobReport;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

/** Runs the snapshot job by hand. */
@Command(
        name = "snapshot",
        description = {
            "read the episodes and outcomes that are new, take snapshots of trust",
            "Versions that turned bad are stopped on the way. A server does the same every second."
        })
final class MetaSnapshotVerb extends MetaVerb {
    MetaSnapshotVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        try (GovernanceCall call = api()) {
            JobReport report = call.governance().watch();
            if (json()) {
                shell.out()
                        .println(
                                JsonMapper.shared()
                                        .createObjectNode()
                                        .put("events", report.events())
                                        .put("snapshots", report.snapshots().size())
                                        .put("changes", report.changes().size()));
                return ExitCode.OK;
            }
            shell.out()
                    .println(
                            "%d events read, %d snapshots taken, %d changes made"
                                    .formatted(
                                            report.events(),
                                            report.snapshots().size(),
                                            report.changes().size()));
            report.changes()
                    .forEach(
                            it ->
                                    shell.out()
                                            .println(
                                                    "  %s %s: %s"
                                                            .formatted(
                                                                    it.action(),
                                                                    shortened(it.target().label()),
                                                                    it.reason())));
        }
        return ExitCode.OK;
    }
}
