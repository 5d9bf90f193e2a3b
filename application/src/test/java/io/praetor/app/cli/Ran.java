package io.praetor.app.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * A verb that has run, with what it wrote.
 *
 * @param status exit status
 * @param out standard output
 * @param err standard error
 */
public record Ran(int status, String out, String err) {
    private static final Path INSTALLATION = Path.of("..");

    /** Surroundings in which nothing can be read and nothing is heard. */
    static Shell shell(Path folder) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new Shell(
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                false,
                Map.of(),
                folder,
                INSTALLATION);
    }

    /** Runs a verb in a folder, with nothing in the environment and nothing on standard input. */
    public static Ran in(Path folder, String... arguments) {
        return run(folder, Map.of(), "", arguments);
    }

    public static Ran reading(String input, Path folder, String... arguments) {
        return run(folder, Map.of(), input, arguments);
    }

    public static Ran with(Map<String, String> environment, Path folder, String... arguments) {
        return run(folder, environment, "", arguments);
    }

    static Ran with(
            Map<String, String> environment, String input, Path folder, String... arguments) {
        return run(folder, environment, input, arguments);
    }

    private static Ran run(
            Path folder, Map<String, String> environment, String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Shell shell =
                new Shell(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        false,
                        environment,
                        folder,
                        INSTALLATION);
        int status = Verbs.in(shell).execute(arguments);
        return new Ran(status, out.toString(), err.toString());
    }
}
