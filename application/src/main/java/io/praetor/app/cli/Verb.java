package io.praetor.app.cli;

import io.praetor.app.Advisers;
import io.praetor.app.Wiring;
import io.praetor.app.config.Config;
import io.praetor.app.config.ConfigReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * One verb of the command line: a picocli command whose {@link #run} answers with an exit code.
 *
 * <p>Bad input is thrown as {@link io.praetor.app.BadInput} and a failing world as {@link
 * java.io.UncheckedIOException}; {@link Failures} turns both into one line and their exit code.
 */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
public abstract class Verb implements Callable<Integer> {
    @Option(names = "--json", description = "JSON on standard output, one value a result")
    private boolean json;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "the configuration; otherwise $PRAETOR_CONFIG, or praetor.yaml here")
    private Optional<Path> configFile = Optional.empty();

    protected final Shell shell;

    protected Verb(Shell shell) {
        this.shell = shell;
    }

    /** The configuration: read and checked now. */
    protected final Config config() {
        return new ConfigReader(shell.environment(), shell.folder(), shell.installation())
                .read(configFile);
    }

    /** Whoever can reason under the configuration. */
    protected final Advisers advisers(Config config) {
        return Advisers.open(config, shell.installation(), shell.parts());
    }

    /** Everything that decides and records under the configuration. */
    protected final Wiring open(Config config) {
        return Wiring.open(config, advisers(config));
    }

    /** Whether standard output is to carry JSON and nothing else. */
    protected final boolean json() {
        return json;
    }

    protected abstract ExitCode run();

    @Override
    public final Integer call() {
        return run().status();
    }
}
