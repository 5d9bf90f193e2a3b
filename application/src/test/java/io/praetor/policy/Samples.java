package io.praetor.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Policy texts that lie beside the tests. */
public final class Samples {
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private Samples() {}

    /**
     * A change of the sample and what comes of it.
     *
     * @param name what is replaced by what
     * @param text the sample after it
     * @param expected lines
     */
    public record Edit(String name, String text, List<String> expected) {}

    /** The sample policy, which uses every key of the format. */
    public static String sample() {
        return text("sample.yaml");
    }

    /** The sample with its first {@code old} replaced. */
    public static String edited(String old, String replacement) {
        String sample = sample();
        int at = sample.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException("the sample does not say " + old);
        }
        return sample.substring(0, at) + replacement + sample.substring(at + old.length());
    }

    /**
     * A table of edits. Blocks are set apart by an empty line: {@code - old}, {@code + new}, then
     * what is expected.
     */
    public static List<Edit> edits(String name) {
        return Arrays.stream(text(name).split("\n\n", -1))
                .map(block -> block.lines().filter(line -> !line.startsWith("#")).toList())
                .filter(lines -> !lines.isEmpty())
                .map(Samples::edit)
                .toList();
    }

    private static Edit edit(List<String> lines) {
        String old = lines.get(0).substring("- ".length());
        String replacement = lines.get(1).substring("+".length()).replaceFirst("^ ", "");
        return new Edit(
                old + " -> " + replacement,
                edited(unescaped(old), unescaped(replacement)),
                lines.stream().skip(2).map(Samples::unescaped).toList());
    }

    /** {@code \\n}, {@code \\t} and four hex digits behind a backslash and a u are one char. */
    public static String unescaped(String text) {
        return UNICODE.matcher(text.replace("\\n", "\n").replace("\\t", "\t"))
                .replaceAll(
                        escape ->
                                Matcher.quoteReplacement(
                                        Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    public static String text(String name) {
        try (InputStream stream = Samples.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("no test resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
