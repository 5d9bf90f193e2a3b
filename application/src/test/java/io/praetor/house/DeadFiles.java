package io.praetor.house;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Data and documents that nothing in the repository names. */
record DeadFiles(Repository repository) {
    /** Folders whose files live only by reference; {@code scenarios} is run whole. */
    private static final List<String> FOLDERS =
            List.of(
                    "policies/",
                    "schemas/",
                    "prompts/",
                    "docs/",
                    "application/src/main/resources/",
                    "application/src/test/resources/");

    /** Files that a tool finds by their name. */
    private static final List<String> KNOWN_TO_TOOLS =
            List.of("META-INF/", "junit-platform.properties", "simplelogger.properties");

    List<String> findings() {
        Map<Path, String> texts =
                repository.files().stream()
                        .collect(Collectors.toMap(file -> file, repository::text));
        return texts.keySet().stream()
                .sorted()
                .filter(DeadFiles::needsReference)
                .filter(file -> !isNamed(file, texts))
                .map(file -> file + ":1: nothing refers to it; link it, load it or delete it")
                .toList();
    }

    private static boolean needsReference(Path file) {
        String path = file.toString();
        return FOLDERS.stream().anyMatch(path::startsWith)
                && KNOWN_TO_TOOLS.stream().noneMatch(path::contains);
    }

    /** A file is named by its own name, or where code loads its whole folder by that path. */
    private static boolean isNamed(Path file, Map<Path, String> texts) {
        String name = String.valueOf(file.getFileName());
        String folder = String.valueOf(file.getParent()).replaceFirst(".*/resources/", "");
        boolean loadedWhole = folder.contains("/");
        return texts.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(file))
                .anyMatch(
                        entry ->
                                entry.getValue().contains(name)
                                        || (loadedWhole
                                                && isCode(entry.getKey())
                                                && entry.getValue().contains(folder)));
    }

    /** Java outside this package, and scripts, which have no extension here. */
    private static boolean isCode(Path file) {
        boolean java = file.toString().endsWith(".java") && !file.toString().contains("/house/");
        return java || !file.toString().contains(".");
    }
}
