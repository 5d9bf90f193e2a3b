package io.praetor.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole: one line a verb. */
@Command(
        name = "praetor",
        description = "Decides whether a proposed action may proceed, and keeps an account of it.",
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        usageHelpAutoWidth = true)
public final class Verbs implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private Verbs() {}

    /** Every verb, ready to execute arguments in the given surroundings. */
    public static CommandLine in(Shell shell) {
        Failures failures = new Failures(shell);
        CommandLine line =
                new CommandLine(new Verbs())
                        .addSubcommand(new Demo(shell))
                        .addSubcommand(new Decide(shell))
                        .addSubcommand(new Explain(shell))
                        .addSubcommand(PolicyVerbs.in(shell))
                        .addSubcommand(SuiteVerbs.in(shell))
                        .addSubcommand(LogVerbs.in(shell))
                        .addSubcommand(ReviewVerb.in(shell))
                        .addSubcommand(LearnVerbs.in(shell))
                        .addSubcommand(CorpusVerbs.in(shell))
                        .addSubcommand(new Serve(shell))
                        .addSubcommand(TokenVerbs.in(shell))
                        .addSubcommand(CampaignVerbs.in(shell))
                        .addSubcommand(SimulateVerbs.in(shell))
                        .addSubcommand(PatternVerbs.in(shell))
                        .addSubcommand(ModelVerbs.in(shell))
                        .addSubcommand(MetaVerbs.in(shell))
                        .addSubcommand(RolloutVerbs.in(shell))
                        .addSubcommand(new ReportVerb(shell))
                        .addSubcommand(new DoctorVerb(shell))
                        .addSubcommand(new Completion(shell))
                        .addSubcommand(new Rehearse(shell))
                        .setOut(shell.out())
                        .setErr(shell.err())
                        .setColorScheme(
                                CommandLine.Help.defaultColorScheme(
                                        shell.watched() ? Ansi.ON : Ansi.OFF))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(failures)
                        .setParameterExceptionHandler(failures);
        sayExitStatuses(line);
        return line;
    }

    private static void sayExitStatuses(CommandLine line) {
        line.getCommandSpec().usageMessage().footer("", ExitCode.help());
        line.getSubcommands().values().forEach(Verbs::sayExitStatuses);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say a verb");
    }

    /** The version this program was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"praetor " + read()};
        }

        private static String read() {
            Properties built = new Properties();
            try (InputStream resource = Verbs.class.getResourceAsStream("/praetor.properties")) {
                built.load(resource);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return built.getProperty("version");
        }
    }
}
