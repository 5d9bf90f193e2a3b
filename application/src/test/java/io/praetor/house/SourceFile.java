package io.praetor.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One parsed source file of ours.
 *
 * @param path relative to the repository root
 */
record SourceFile(Repository repository, Path path, CompilationUnitTree unit, DocTrees trees) {
    /** Parses every Java file of the repository; nothing is resolved or generated. */
    static List<SourceFile> parse(Repository repository) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> paths =
                repository.filesEnding(".java").stream().map(repository.root()::resolve).toList();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(paths));
            List<SourceFile> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Path path = repository.root().relativize(Path.of(unit.getSourceFile().toUri()));
                sources.add(new SourceFile(repository, path, unit, DocTrees.instance(task)));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isMain() {
        return path.toString().contains("/src/main/java/");
    }

    boolean isIn(String topPackage) {
        return path.toString().contains("/io/praetor/" + topPackage + "/");
    }

    int firstLine(Tree tree) {
        return (int) unit.getLineMap().getLineNumber(positions().getStartPosition(unit, tree));
    }

    int lastLine(Tree tree) {
        return (int) unit.getLineMap().getLineNumber(positions().getEndPosition(unit, tree));
    }

    String text(int line) {
        return repository.lines(path).get(line - 1);
    }

    String at(Tree tree, String message) {
        return path + ":" + firstLine(tree) + ": " + message;
    }

    private com.sun.source.util.SourcePositions positions() {
        Trees plain = trees;
        return plain.getSourcePositions();
    }
}
