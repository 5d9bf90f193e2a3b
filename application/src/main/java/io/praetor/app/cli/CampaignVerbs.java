package io.praetor.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The long proofs that no test run has the time for. */
@Command(
        name = "campaign",
        description = "prove on this machine what takes too long for a test: kill, injection",
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        synopsisSubcommandLabel = "NAME",
        commandListHeading = "%nCampaigns:%n")
final class CampaignVerbs implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private CampaignVerbs() {}

    static CommandLine in(Shell shell) {
        return new CommandLine(new CampaignVerbs())
                .addSubcommand(new CampaignKillVerb(shell))
                .addSubcommand(
                        new CampaignInjectionVerb(
                                shell, config -> SuiteVerbs.contestants(shell, config)));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say kill or injection");
    }
}
