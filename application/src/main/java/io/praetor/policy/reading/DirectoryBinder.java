package io.praetor.policy.reading;

import io.praetor.policy.Directory;
import io.praetor.policy.Directory.KnownActor;
import io.praetor.policy.Directory.KnownResource;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Node.Entry;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Range;
import io.praetor.situation.Attributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads the actors and resources that the policy knows by name. */
final class DirectoryBinder {
    private final Roles roles;
    private final Problems problems;

    DirectoryBinder(Roles roles, Problems problems) {
        this.roles = roles;
        this.problems = problems;
    }

    Directory bind(Fields top) {
        return top.fields("directory", PolicyShapes.DIRECTORY)
                .map(fields -> new Directory(actors(fields), resources(fields)))
                .orElse(Directory.EMPTY);
    }

    private Map<String, KnownActor> actors(Fields directory) {
        Map<String, KnownActor> actors = new LinkedHashMap<>();
        for (Entry entry : directory.entries("actors")) {
            Names.isName("actor", entry.key(), problems);
            Fields.of(entry.value(), PolicyShapes.ACTOR, problems)
                    .ifPresent(fields -> actors.put(entry.name(), actor(fields)));
        }
        return actors;
    }

    private KnownActor actor(Fields fields) {
        List<String> held =
                fields.texts("roles").stream()
                        .filter(role -> roles.have(role, problems))
                        .map(Scalar::text)
                        .toList();
        return new KnownActor(type(fields), held, properties(fields));
    }

    private Map<String, KnownResource> resources(Fields directory) {
        Map<String, KnownResource> resources = new LinkedHashMap<>();
        for (Entry entry : directory.entries("resources")) {
            Names.isResource("resource", entry.key(), problems);
            Fields.of(entry.value(), PolicyShapes.RESOURCE, problems)
                    .ifPresent(
                            fields ->
                                    resources.put(
                                            entry.name(),
                                            new KnownResource(type(fields), properties(fields))));
        }
        return resources;
    }

    private String type(Fields fields) {
        return fields.scalar("type")
                .filter(type -> Names.isName("type", type, problems))
                .map(Scalar::text)
                .orElse("");
    }

    private Attributes properties(Fields fields) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Entry entry : fields.entries("properties")) {
            values.put(entry.name(), json(entry.value()));
        }
        return new Attributes(values);
    }

    private @Nullable Object json(Node node) {
        return switch (node) {
            case Scalar scalar -> json(scalar);
            case Node.Sequence sequence -> {
                List<@Nullable Object> items = new ArrayList<>();
                sequence.items().forEach(item -> items.add(json(item)));
                yield items;
            }
            case Node.Mapping mapping -> {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                mapping.entries().forEach(entry -> values.put(entry.name(), json(entry.value())));
                yield values;
            }
        };
    }

    private @Nullable Object json(Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> scalar.text();
            case TRUTH -> Boolean.valueOf(scalar.text());
            case NOTHING -> null;
            case NUMBER -> {
                OptionalDouble number = Fields.number(scalar, Range.ANY, problems);
                yield number.isPresent() ? number.getAsDouble() : null;
            }
        };
    }
}
