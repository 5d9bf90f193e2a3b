package io.praetor.policy.reading;

import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicyProblem.Severity;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.YamlDocument;
import io.praetor.policy.library.LibraryReading;
import io.praetor.policy.library.PolicyLibrary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the files of a library. Each has to be sound, and no id and no team may be claimed twice.
 * Thread-safe.
 */
public final class LibraryReader {
    private final PolicyReader reader;

    public LibraryReader(PolicyReader reader) {
        this.reader = reader;
    }

    /**
     * @param sources the standard policy first, at least one
     */
    public LibraryReading read(List<PolicySource> sources) {
        if (sources.isEmpty() || sources.size() > PolicyLibrary.POLICIES_MAX) {
            throw new IllegalArgumentException(sources.size() + " policies make no library");
        }
        List<PolicyProblem> problems = new ArrayList<>();
        List<PolicySet> policies = new ArrayList<>();
        for (PolicySource source : sources) {
            switch (reader.read(source)) {
                case PolicyReading.Accepted(PolicySet policy, var warnings) -> {
                    policies.add(policy);
                    problems.addAll(warnings);
                }
                case PolicyReading.Rejected(var found) -> problems.addAll(found);
            }
        }
        if (policies.size() < sources.size()) {
            return new LibraryReading.Refused(problems);
        }
        List<PolicyProblem> conflicts = conflicts(sources, policies);
        problems.addAll(conflicts);
        return conflicts.isEmpty()
                ? new LibraryReading.Loaded(
                        new PolicyLibrary(
                                policies.getFirst(), policies.subList(1, policies.size())),
                        problems)
                : new LibraryReading.Refused(problems);
    }

    private static List<PolicyProblem> conflicts(
            List<PolicySource> sources, List<PolicySet> policies) {
        List<PolicyProblem> conflicts = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        Map<String, String> teams = new HashMap<>();
        for (int i = 0; i < sources.size(); i++) {
            PolicySource source = sources.get(i);
            PolicySet policy = policies.get(i);
            claim(source, "policy", policy.header().id(), ids).ifPresent(conflicts::add);
            for (String team : policy.team().teams().stream().sorted().toList()) {
                claim(source, "team", team, teams).ifPresent(conflicts::add);
            }
        }
        return conflicts;
    }

    private static Optional<PolicyProblem> claim(
            PolicySource source, String what, String name, Map<String, String> claimed) {
        return Optional.ofNullable(claimed.putIfAbsent(name, source.file()))
                .map(
                        before ->
                                new PolicyProblem(
                                        Severity.ERROR,
                                        place(source, what, name),
                                        "%s `%s` is claimed by %s already"
                                                .formatted(what, name, before),
                                        Optional.empty()));
    }

    /** Where a sound file names its policy, or one of the teams it serves. */
    private static SourcePosition place(PolicySource source, String what, String name) {
        Optional<Node> under =
                YamlDocument.read(source, new Problems()).flatMap(root -> at(root, what));
        List<Node> named =
                under.flatMap(team -> at(team, "serves")).stream()
                        .flatMap(serves -> items(serves).stream())
                        .toList();
        return named.stream()
                .filter(node -> node instanceof Node.Scalar item && item.text().equals(name))
                .findFirst()
                .or(() -> under)
                .map(Node::position)
                .orElse(new SourcePosition(source.file(), 1, 1));
    }

    private static Optional<Node> at(Node node, String key) {
        return node instanceof Node.Mapping mapping
                ? mapping.entry(key).map(Node.Entry::value)
                : Optional.empty();
    }

    private static List<Node> items(Node node) {
        return node instanceof Node.Sequence sequence ? sequence.items() : List.of();
    }
}
