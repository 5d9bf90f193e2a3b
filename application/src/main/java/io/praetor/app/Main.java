package io.praetor.app;

import io.praetor.app.cli.Shell;
import io.praetor.app.cli.Verbs;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The program: arguments in, an exit status out. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        run(arguments, Parts.NONE);
    }

    /** The same for a build that brings more parts; ends the process. */
    public static void run(String[] arguments, Parts parts) {
        Shell shell =
                new Shell(
                        System.in,
                        writer(FileDescriptor.out),
                        writer(FileDescriptor.err),
                        isWatched(),
                        System.getenv(),
                        Path.of(""),
                        Path.of(System.getProperty("praetor.install", "")),
                        parts);
        int status = Verbs.in(shell).execute(arguments);
        shell.out().flush();
        shell.err().flush();
        System.exit(status);
    }

    /** Output is UTF-8 whatever the locale: it is read by programs as often as by people. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        FileOutputStream stream = new FileOutputStream(descriptor);
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static boolean isWatched() {
        boolean plain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && !plain;
    }
}
