package io.praetor.app.cli;

import io.praetor.app.Sidecar;
import io.praetor.app.config.Config;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;

/** Serves decisions over HTTP until the process is told to end. */
@Command(name = "serve", description = "serve decisions over HTTP until told to stop")
final class Serve extends Verb {
    /** The HTTP library's own log; held here, or the setting would be collected with it. */
    private static final Logger LIBRARY = Logger.getLogger("io.helidon");

    Serve(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        Config config = config();
        // Standard error carries one JSON object a line; the library's greetings are none.
        LIBRARY.setLevel(Level.WARNING);
        Sidecar sidecar =
                Sidecar.start(config, advisers(config), line -> shell.err().println(line));
        Runtime.getRuntime().addShutdownHook(new Thread(sidecar::stop, "drain"));
        shell.out().println(json() ? sidecar.introductionJson() : sidecar.introduction());
        shell.out().flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }
}
