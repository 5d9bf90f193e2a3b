package io.praetor.policy.document;

import io.praetor.policy.SourcePosition;
import io.praetor.policy.document.Node.Kind;
import io.praetor.policy.document.Node.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** Builds the tree from the parser's events, within the limits of {@link YamlDocument}. */
final class YamlTree {
    private final String file;
    private final Iterator<Event> events;
    private final Problems problems;
    private final ScalarResolver resolver = new CoreScalarResolver(false);
    private final Map<String, Built> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int scalars;

    YamlTree(String file, Iterator<Event> events, Problems problems) {
        this.file = file;
        this.events = events;
        this.problems = problems;
    }

    /** A node with how much it holds and how deep it goes once its aliases are written out. */
    private record Built(Node node, int size, int height) {}

    Node read() {
        events.next();
        Event document = events.next();
        if (document.getEventId() == Event.ID.StreamEnd) {
            throw new Malformed(start(document), "the file is empty");
        }
        Node root = node(events.next(), 1).node();
        events.next();
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw new Malformed(start(end), "a second document; a file holds one");
        }
        return root;
    }

    private Built node(Event event, int depth) {
        if (depth > YamlDocument.DEPTH_MAX) {
            throw tooDeep(event);
        }
        if (event instanceof AliasEvent alias) {
            return aliased(alias, depth);
        }
        Optional<String> anchor = ((NodeEvent) event).getAnchor().map(Anchor::getValue);
        anchor.ifPresent(open::add);
        Built built =
                event instanceof ScalarEvent scalar
                        ? new Built(scalar(scalar), 1, 1)
                        : collection((CollectionStartEvent) event, depth);
        if (built.size() > YamlDocument.NODES_MAX || scalars > YamlDocument.NODES_MAX) {
            throw new Malformed(
                    start(event), "more than %d values".formatted(YamlDocument.NODES_MAX));
        }
        anchor.ifPresent(
                name -> {
                    open.remove(name);
                    anchors.put(name, built);
                });
        return built;
    }

    private Built aliased(AliasEvent alias, int depth) {
        String name = alias.getAlias().getValue();
        Built target = anchors.get(name);
        if (open.contains(name)) {
            throw new Malformed(start(alias), "`*" + name + "` stands inside what it names");
        }
        if (target == null) {
            throw new Malformed(start(alias), "`*" + name + "` names no anchor before it");
        }
        if (depth + target.height() > YamlDocument.DEPTH_MAX) {
            throw tooDeep(alias);
        }
        return target;
    }

    private Malformed tooDeep(Event event) {
        return new Malformed(
                start(event), "nested deeper than " + YamlDocument.DEPTH_MAX + " levels");
    }

    private Built collection(CollectionStartEvent event, int depth) {
        event.getTag().ifPresent(tag -> refuseTag(event, tag));
        return event instanceof MappingStartEvent
                ? mapping(start(event), depth)
                : sequence(start(event), depth);
    }

    private Built sequence(SourcePosition position, int depth) {
        List<Node> items = new ArrayList<>();
        int size = 1;
        int height = 0;
        for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
            Built item = node(e, depth + 1);
            items.add(item.node());
            size = total(size, item);
            height = Math.max(height, item.height());
        }
        return new Built(new Node.Sequence(items, position), size, height + 1);
    }

    private Built mapping(SourcePosition position, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        int size = 1;
        int height = 0;
        for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
            Built key = node(e, depth + 1);
            Built value = node(events.next(), depth + 1);
            size = total(total(size, key), value);
            height = Math.max(height, value.height());
            if (!(key.node() instanceof Node.Scalar name)) {
                problems.error(start(e), "a key must be a text, not " + key.node().described());
            } else if (keys.add(name.text())) {
                entries.add(new Node.Entry(name, value.node()));
            } else {
                problems.error(start(e), "key " + Problems.quoted(name.text()) + " stands twice");
            }
        }
        return new Built(new Node.Mapping(entries, position), size, height + 1);
    }

    private static int total(int size, Built part) {
        return Math.min(size + part.size(), YamlDocument.NODES_MAX + 1);
    }

    private Node.Scalar scalar(ScalarEvent event) {
        scalars++;
        event.getTag().ifPresent(tag -> refuseTag(event, tag));
        int from = event.getStartMark().map(Mark::getIndex).orElse(0);
        int to = event.getEndMark().map(Mark::getIndex).orElse(from);
        return new Node.Scalar(
                kindOf(event),
                event.getValue(),
                start(event),
                Optional.of(new Written(styleOf(event), from, to)));
    }

    private Kind kindOf(ScalarEvent event) {
        if (!event.isPlain()) {
            return Kind.TEXT;
        }
        Tag tag = resolver.resolve(event.getValue(), true);
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return Kind.NUMBER;
        }
        if (tag.equals(Tag.BOOL)) {
            return Kind.TRUTH;
        }
        return tag.equals(Tag.NULL) ? Kind.NOTHING : Kind.TEXT;
    }

    private static Written.Style styleOf(ScalarEvent event) {
        return switch (event.getScalarStyle()) {
            case PLAIN -> Written.Style.PLAIN;
            case SINGLE_QUOTED -> Written.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Written.Style.DOUBLE_QUOTED;
            case LITERAL -> Written.Style.LITERAL;
            case FOLDED -> Written.Style.FOLDED;
        };
    }

    private void refuseTag(Event event, String tag) {
        problems.error(start(event), "tag " + Problems.quoted(tag) + " is not read here");
    }

    private SourcePosition start(Event event) {
        return event.getStartMark()
                .map(mark -> new SourcePosition(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new SourcePosition(file, 1, 1));
    }
}
