package io.praetor.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The repository this test runs in: its root folder and the files that belong to it. */
record Repository(Path root) {
    /** Folders that tools fill; nothing in them is ours. */
    private static final Set<String> BUILT =
            Set.of(".git", "target", ".praetor", "node_modules", ".idea", ".vscode");

    /** Walks up from the working directory to the folder that holds the house rules. */
    static Repository here() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("no ARCHITECTURE.md above the working directory");
            }
            folder = parent;
        }
        return new Repository(folder);
    }

    /** Every file of ours, as paths relative to the root, in stable order. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new Collector(root, files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    List<Path> filesEnding(String suffix) {
        return files().stream().filter(file -> file.toString().endsWith(suffix)).toList();
    }

    List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    /** The text of a file; bytes that are not UTF-8 (an image, a model) read as no text at all. */
    String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(root.resolve(file));
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.indexOf('\uFFFD') >= 0 || text.indexOf('\0') >= 0 ? "" : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> files;

        Collector(Path root, List<Path> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return BUILT.contains(String.valueOf(folder.getFileName()))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!BUILT.contains(String.valueOf(file.getFileName()))) {
                files.add(root.relativize(file));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
