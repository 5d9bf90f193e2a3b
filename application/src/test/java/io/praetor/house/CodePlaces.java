package io.praetor.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.SourceCodeLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where in our sources a compiled class says something: {@code folder/File.java:12}. */
record CodePlaces(Repository repository) {
    private static final Path MAIN = Path.of("application", "src", "main", "java");

    /** The place of an access; class files keep no line for a mere mention of a type. */
    String of(SourceCodeLocation location, JavaClass mentioned) {
        Path file = fileOf(location.getSourceClass());
        int line = location.getLineNumber();
        return file + ":" + (line > 0 ? line : lineMentioning(file, mentioned.getSimpleName()));
    }

    String of(JavaClass subject, String word) {
        return fileOf(subject) + ":" + lineMentioning(fileOf(subject), word);
    }

    private Path fileOf(JavaClass subject) {
        String folder = subject.getPackageName().replace('.', '/');
        String name =
                subject.getSource()
                        .flatMap(source -> source.getFileName())
                        .orElse(subject.getSimpleName() + ".java");
        return MAIN.resolve(folder).resolve(name);
    }

    private int lineMentioning(Path file, String word) {
        if (!Files.exists(repository.root().resolve(file))) {
            return 1;
        }
        List<String> lines = repository.lines(file);
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).matches(".*\\b" + word + "\\b.*")) {
                return index + 1;
            }
        }
        return 1;
    }
}
