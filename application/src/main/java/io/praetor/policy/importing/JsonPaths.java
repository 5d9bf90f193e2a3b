package io.praetor.policy.importing;

import io.praetor.policy.PolicyProblem;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.document.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the JSON path of a place in a file, as {@code $.rules[2].match} (RFC 9535). */
final class JsonPaths {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Map<SourcePosition, String> paths = new HashMap<>();

    JsonPaths(Node root) {
        visit(root, "$");
    }

    /** The problems, each with the path of its place before its message. */
    List<PolicyProblem> mark(List<PolicyProblem> problems) {
        return problems.stream().map(this::marked).toList();
    }

    private PolicyProblem marked(PolicyProblem problem) {
        String path = paths.get(problem.position());
        return path == null
                ? problem
                : new PolicyProblem(
                        problem.severity(),
                        problem.position(),
                        path + ": " + problem.message(),
                        problem.suggestion());
    }

    private void visit(Node node, String path) {
        paths.putIfAbsent(node.position(), path);
        switch (node) {
            case Node.Scalar _ -> {}
            case Node.Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    visit(sequence.items().get(i), path + "[" + i + "]");
                }
            }
            case Node.Mapping mapping ->
                    mapping.entries()
                            .forEach(
                                    entry -> {
                                        String inner = path + step(entry.name());
                                        paths.putIfAbsent(entry.key().position(), inner);
                                        visit(entry.value(), inner);
                                    });
        }
    }

    private static String step(String name) {
        return NAME.matcher(name).matches()
                ? "." + name
                : "['" + name.replaceAll("[\\p{Cntrl}'\\\\]", "?") + "']";
    }
}
