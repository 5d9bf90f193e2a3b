package io.praetor.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The rules of STYLE.md that need to see the code as a tree; collects what breaks them. */
final class CodeRules extends TreePathScanner<Void, List<String>> {
    private static final Set<String> SWALLOWERS =
            Set.of("Exception", "RuntimeException", "Throwable", "Error");
    private static final Set<String> SKIPS = Set.of("Disabled", "Ignore", "EnabledIf");

    /** Opens the comment that explains a catch of everything where a process or thread ends. */
    private static final String LAST_RESORT = "// last resort: ";

    private final SourceFile source;
    private final StyleTable style;

    CodeRules(SourceFile source, StyleTable style) {
        this.source = source;
        this.style = style;
    }

    @Override
    public Void visitClass(ClassTree type, List<String> findings) {
        checkName(type, type.getSimpleName().toString(), findings);
        boolean topLevel =
                getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
        boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
        boolean silent = source.trees().getDocComment(getCurrentPath()) == null;
        if (source.isMain() && topLevel && isPublic && silent) {
            findings.add(source.at(type, "say in one Javadoc sentence what the thing is"));
        }
        return super.visitClass(type, findings);
    }

    @Override
    public Void visitMethod(MethodTree method, List<String> findings) {
        String name = method.getName().toString();
        checkName(method, name, findings);
        int lines = source.lastLine(method) - source.firstLine(method) + 1;
        if (lines > style.methodLinesMax()) {
            findings.add(
                    source.at(
                            method,
                            "method `%s` has %d lines, limit %d; split it where its story turns"
                                    .formatted(name, lines, style.methodLinesMax())));
        }
        if (method.getParameters().size() > style.parametersMax() && !isExempt(method)) {
            findings.add(
                    source.at(
                            method,
                            "method `%s` has %d parameters, limit %d; name what belongs together"
                                    .formatted(
                                            name,
                                            method.getParameters().size(),
                                            style.parametersMax())));
        }
        return super.visitMethod(method, findings);
    }

    @Override
    public Void visitVariable(VariableTree variable, List<String> findings) {
        checkName(variable, variable.getName().toString(), findings);
        return super.visitVariable(variable, findings);
    }

    @Override
    public Void visitCatch(CatchTree caught, List<String> findings) {
        boolean wide = SWALLOWERS.contains(caught.getParameter().getType().toString());
        if (wide && !rethrows(caught.getBlock()) && !isLastResort(caught)) {
            findings.add(
                    source.at(
                            caught,
                            "catches everything and goes on; catch what the call declares"
                                    + " (serving and app, at the end of a thread: start the block"
                                    + " with `// last resort: WHY`)"));
        }
        return super.visitCatch(caught, findings);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, List<String> findings) {
        if (call.getMethodSelect().toString().equals("Thread.sleep")) {
            findings.add(source.at(call, "sleeps; wait for the event itself, with a limit"));
        }
        return super.visitMethodInvocation(call, findings);
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, List<String> findings) {
        if (SKIPS.contains(annotation.getAnnotationType().toString())) {
            findings.add(source.at(annotation, "skips a test; mend it or delete it"));
        }
        return super.visitAnnotation(annotation, findings);
    }

    private void checkName(Tree tree, String name, List<String> findings) {
        for (String word : style.nameWords()) {
            boolean said = name.matches("(.*[a-z0-9])?" + word + "([A-Z0-9].*)?");
            if (said) {
                findings.add(
                        source.at(
                                tree,
                                "`%s` says `%s`, which means nothing; name what it does"
                                        .formatted(name, word)));
            }
        }
    }

    private boolean isExempt(MethodTree method) {
        boolean inherited =
                method.getModifiers().getAnnotations().stream()
                        .anyMatch(mark -> mark.getAnnotationType().toString().equals("Override"));
        boolean ofRecord =
                getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD
                        && method.getReturnType() == null;
        return inherited || ofRecord;
    }

    private boolean isLastResort(CatchTree caught) {
        int opening = source.firstLine(caught.getBlock());
        return (source.isIn("serving") || source.isIn("app"))
                && source.text(opening + 1).strip().startsWith(LAST_RESORT);
    }

    private static boolean rethrows(BlockTree block) {
        List<? extends StatementTree> statements = block.getStatements();
        return !statements.isEmpty() && statements.getLast() instanceof ThrowTree;
    }
}
