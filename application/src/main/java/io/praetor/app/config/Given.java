package io.praetor.app.config;

import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Node.Entry;
import io.praetor.policy.document.Node.Kind;
import io.praetor.policy.document.Node.Mapping;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Node.Sequence;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.YamlDocument;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings somebody gave a value: those of the file, overridden by those of the environment.
 * What is no setting is reported with the closest name that is one.
 */
final class Given {
    private static final String PREFIX = "PRAETOR_";

    /** Variables of the launcher and of the command line, and secrets, which set nothing here. */
    private static final List<String> ELSEWHERE =
            List.of(
                    "PRAETOR_CONFIG",
                    "PRAETOR_JAVA_HOME",
                    "PRAETOR_JAVA_OPTS",
                    ModelReader.TOKEN_VARIABLE);

    private final Map<Setting, Scalar> values = new EnumMap<>(Setting.class);
    private final Problems problems;

    private Given(Problems problems) {
        this.problems = problems;
    }

    static Given of(
            Optional<PolicySource> file, Map<String, String> environment, Problems problems) {
        Given given = new Given(problems);
        file.flatMap(source -> YamlDocument.read(source, problems))
                .ifPresent(root -> given.read("", root));
        environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(PREFIX))
                .filter(variable -> !ELSEWHERE.contains(variable.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(variable -> given.override(variable.getKey(), variable.getValue()));
        return given;
    }

    Optional<Scalar> value(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    private void read(String path, Node node) {
        switch (node) {
            case Mapping mapping -> mapping.entries().forEach(entry -> read(path, entry));
            case Scalar scalar when path.isEmpty() && scalar.kind() == Kind.NOTHING -> {}
            case Scalar scalar ->
                    problems.error(scalar.position(), described(path, scalar.described()));
            case Sequence sequence ->
                    problems.error(sequence.position(), described(path, sequence.described()));
        }
    }

    private void read(String path, Entry entry) {
        String key = path.isEmpty() ? entry.name() : path + "." + entry.name();
        Optional<Setting> setting =
                Stream.of(Setting.values()).filter(known -> known.key().equals(key)).findFirst();
        boolean group =
                Stream.of(Setting.values()).anyMatch(known -> known.key().startsWith(key + "."));
        if (group) {
            read(key, entry.value());
        } else if (setting.isEmpty()) {
            List<String> known = Stream.of(Setting.values()).map(Setting::key).toList();
            problems.unknown(entry.key().position(), "setting", key, known);
        } else if (entry.value() instanceof Scalar scalar && scalar.kind() != Kind.NOTHING) {
            values.put(setting.get(), scalar);
        } else {
            problems.error(
                    entry.value().position(),
                    "`%s` is one value, not %s".formatted(key, entry.value().described()));
        }
    }

    private static String described(String path, String found) {
        String name = path.isEmpty() ? "the configuration" : "`" + path + "`";
        return "%s is a mapping of keys, not %s".formatted(name, found);
    }

    private void override(String variable, String value) {
        SourcePosition place = new SourcePosition(variable, 1, 1);
        Optional<Setting> setting =
                Stream.of(Setting.values())
                        .filter(known -> known.variable().equals(variable))
                        .findFirst();
        if (setting.isEmpty()) {
            List<String> known = Stream.of(Setting.values()).map(Setting::variable).toList();
            problems.unknown(place, "variable", variable, known);
            return;
        }
        values.put(setting.get(), new Scalar(Kind.TEXT, value, place, Optional.empty()));
    }
}
