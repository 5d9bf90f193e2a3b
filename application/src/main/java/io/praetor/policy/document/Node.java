package io.praetor.policy.document;

import io.praetor.policy.SourcePosition;
import java.util.List;
import java.util.Optional;

/** A value of a YAML or JSON text, with the place where it starts. */
public sealed interface Node {
    SourcePosition position();

    /** What it is, for a message: {@code a list}. */
    String described();

    /** Keys with their values, in the order of the text. */
    record Mapping(List<Entry> entries, SourcePosition position) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst();
        }

        @Override
        public String described() {
            return "a mapping";
        }
    }

    /** A key and what stands under it. */
    record Entry(Scalar key, Node value) {
        public String name() {
            return key.text();
        }
    }

    record Sequence(List<Node> items, SourcePosition position) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String described() {
            return "a list";
        }
    }

    /**
     * A text, number, truth value or nothing.
     *
     * @param text the value, escapes and folds undone; a number as it was written
     * @param written how it stands in the file; empty for JSON
     */
    record Scalar(Kind kind, String text, SourcePosition position, Optional<Written> written)
            implements Node {
        @Override
        public String described() {
            return switch (kind) {
                case TEXT -> "text";
                case NUMBER -> "a number";
                case TRUTH -> "true or false";
                case NOTHING -> "nothing";
            };
        }
    }

    /** What a scalar is; quotes make a text of anything. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING
    }

    /**
     * A scalar's place in its file.
     *
     * @param from index of its first code point, quote or block indicator included
     * @param to index behind its last
     */
    record Written(Style style, int from, int to) {
        /** The five ways YAML writes a scalar. */
        public enum Style {
            PLAIN,
            SINGLE_QUOTED,
            DOUBLE_QUOTED,
            LITERAL,
            FOLDED
        }
    }
}
