package io.praetor.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of STYLE.md that need only the lines of a file. */
final class TextRules {
    private static final Pattern MACHINE =
            Pattern.compile("(^|[^A-Za-z0-9_.-])/(wor[k]|roo[t]|far[m])/");
    private static final Pattern REGISTRY =
            Pattern.compile("repo1?[.]mave[n]|registry[.]npm[j]s|deb[.]debia[n]|pypi[.]or[g]");

    private final Repository repository;
    private final StyleTable style;
    private final Pattern words;

    TextRules(Repository repository, StyleTable style) {
        this.repository = repository;
        this.style = style;
        this.words = Pattern.compile("\\b(" + String.join("|", style.textWords()) + ")\\b");
    }

    List<String> findings(Path file) {
        List<String> findings = new ArrayList<>();
        List<String> lines = repository.lines(file);
        boolean java = file.toString().endsWith(".java");
        if (java && lines.size() > style.fileLinesMax()) {
            findings.add(
                    "%s:1: has %d lines, limit %d; move one of its concerns out"
                            .formatted(file, lines.size(), style.fileLinesMax()));
        }
        for (int index = 0; index < lines.size(); index++) {
            String place = file + ":" + (index + 1) + ": ";
            String line = lines.get(index);
            if (java && isTooLong(line)) {
                findings.add(
                        place + "has more than " + style.lineColumnsMax() + " columns; break it");
            }
            if (MACHINE.matcher(line).find()) {
                findings.add(place + "names a path of one machine; make it relative");
            }
            if (REGISTRY.matcher(line).find()) {
                findings.add(place + "names a registry host; leave that to the tool's settings");
            }
            addWords(findings, file, place, line);
        }
        return findings;
    }

    private boolean isTooLong(String line) {
        return line.length() > style.lineColumnsMax()
                && !line.startsWith("import ")
                && !line.startsWith("package ");
    }

    private void addWords(List<String> findings, Path file, String place, String line) {
        if (file.equals(StyleTable.DOCUMENT)) {
            return;
        }
        Matcher said = words.matcher(line);
        if (said.find()) {
            findings.add(
                    place
                            + "says `%s`; finish it, or open an issue and delete it"
                                    .formatted(said.group()));
        }
    }
}
