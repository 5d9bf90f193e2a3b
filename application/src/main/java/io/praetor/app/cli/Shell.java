package io.praetor.app.cli;

import io.praetor.app.Parts;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a verb has around it: streams, environment and folders.
 *
 * @param in standard input
 * @param out standard output, for results only
 * @param err standard error, for progress, warnings and failures
 * @param watched whether a person sees both outputs; otherwise no colour and no progress
 * @param folder where relative paths start
 * @param installation where the shipped policies and scenarios are
 * @param parts what this build has beside the core
 */
public record Shell(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        boolean watched,
        Map<String, String> environment,
        Path folder,
        Path installation,
        Parts parts) {
    public Shell {
        environment = Map.copyOf(environment);
    }

    /** Around a program without the parts of a fuller build. */
    public Shell(
            InputStream in,
            PrintWriter out,
            PrintWriter err,
            boolean watched,
            Map<String, String> environment,
            Path folder,
            Path installation) {
        this(in, out, err, watched, environment, folder, installation, Parts.NONE);
    }

    public String bold(String text) {
        return styled("1", text);
    }

    public String red(String text) {
        return styled("31", text);
    }

    public String green(String text) {
        return styled("32", text);
    }

    public String yellow(String text) {
        return styled("33", text);
    }

    private String styled(String code, String text) {
        return watched ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
