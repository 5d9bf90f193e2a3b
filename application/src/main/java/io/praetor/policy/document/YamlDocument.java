package io.praetor.policy.document;

import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 document (core schema) into a tree.
 *
 * <p>Refused: a second document, tags, keys that are no scalars, a key twice in one mapping,
 * aliases that reach round in a circle, and what is beyond the limits here. Never throws for what a
 * text says.
 */
public final class YamlDocument {
    /** Room for some 40,000 rules; a policy of that size is a mistake or an attack. */
    public static final int CHARS_MAX = 8 * 1024 * 1024;

    /** The policy format nests eight deep; properties of a directory may nest further. */
    public static final int DEPTH_MAX = 32;

    /** Counted with aliases written out, so that a few lines cannot stand for billions. */
    public static final int NODES_MAX = 1_000_000;

    private YamlDocument() {}

    /** The root of the document; empty where {@code problems} now says why there is none. */
    public static Optional<Node> read(PolicySource source, Problems problems) {
        SourcePosition start = new SourcePosition(source.file(), 1, 1);
        if (source.text().length() > CHARS_MAX) {
            problems.error(start, "longer than " + CHARS_MAX + " characters");
            return Optional.empty();
        }
        try {
            return Optional.of(build(source, problems));
        } catch (Malformed malformed) {
            problems.error(malformed.position(), malformed.described());
        } catch (MarkedYamlEngineException broken) {
            problems.error(
                    broken.getProblemMark().map(mark -> at(source, mark)).orElse(start),
                    "not readable as yaml: " + described(broken));
        } catch (ReaderException broken) {
            problems.error(
                    SourceText.of(source).position(broken.getPosition()),
                    "a character that may not stand in yaml: U+%04X"
                            .formatted(broken.getCodePoint()));
        } catch (YamlEngineException broken) {
            problems.error(
                    start, "not readable as yaml: " + oneLine(String.valueOf(broken.getMessage())));
        }
        return Optional.empty();
    }

    private static Node build(PolicySource source, Problems problems) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(source.file())
                        .setUseMarks(true)
                        .setCodePointLimit(CHARS_MAX)
                        .build();
        var events = new Parse(settings).parseString(source.text()).iterator();
        return new YamlTree(source.file(), events, problems).read();
    }

    private static SourcePosition at(PolicySource source, Mark mark) {
        return new SourcePosition(source.file(), mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String described(MarkedYamlEngineException broken) {
        String context = broken.getContext() == null ? "" : " " + broken.getContext();
        return oneLine(broken.getProblem() + context);
    }

    private static String oneLine(String message) {
        return message.replaceAll("'?\\\\t\\(TAB\\)'?", "a tab").replaceAll("\\s+", " ").strip();
    }
}
