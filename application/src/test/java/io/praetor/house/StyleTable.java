package io.praetor.house;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The limits and forbidden words that STYLE.md states in its tables.
 *
 * @param methodLinesMax from the first line of a method to its last
 * @param fileLinesMax of a source file
 * @param lineColumnsMax of a source line
 * @param parametersMax of a method
 * @param nameWords that no declared name may end with or contain as a word
 * @param textWords that no source and no document may contain
 */
record StyleTable(
        int methodLinesMax,
        int fileLinesMax,
        int lineColumnsMax,
        int parametersMax,
        List<String> nameWords,
        List<String> textWords) {
    static final Path DOCUMENT = Path.of("STYLE.md");

    private static final Pattern ROW = Pattern.compile("\\| ([a-z ]+) \\| ([^|]+) \\|.*");

    static StyleTable read(Repository repository) {
        List<String> lines = repository.lines(DOCUMENT);
        Function<String, String> cell = name -> cell(lines, name);
        return new StyleTable(
                number(cell.apply("method")),
                number(cell.apply("file")),
                number(cell.apply("line")),
                number(cell.apply("parameters")),
                words(cell.apply("names")),
                words(cell.apply("text")));
    }

    private static String cell(List<String> lines, String name) {
        return lines.stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .filter(row -> row.group(1).equals(name))
                .map(row -> row.group(2))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        DOCUMENT + " has no row `" + name + "` in its tables"));
    }

    private static int number(String cell) {
        return Integer.parseInt(cell.replaceAll("\\D", ""));
    }

    private static List<String> words(String cell) {
        return Stream.of(cell.split(",")).map(word -> word.strip().replace("`", "")).toList();
    }
}
