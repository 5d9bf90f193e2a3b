package io.praetor.policy.importing;

import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Writes a policy as a person would: what fits on a line stands on it, rules one key a line, long
 * conditions folded.
 */
final class YamlText {
    private static final int WIDTH = 100;

    /** A mapping or list with less text than this stands on one line. */
    private static final int ONE_LINE = 72;

    private static final DumpSettings SETTINGS =
            DumpSettings.builder()
                    .setIndent(2)
                    .setIndicatorIndent(2)
                    .setIndentWithIndicator(true)
                    .setWidth(WIDTH)
                    .build();

    private YamlText() {}

    /**
     * @param value mappings in their order, lists, texts and numbers
     */
    static String of(Map<String, Object> value) {
        return new Present(SETTINGS)
                .emitToString(new Serialize(SETTINGS).serializeOne(node(value)).iterator());
    }

    private static Node node(Object value) {
        return switch (value) {
            case Map<?, ?> map -> mapping(map);
            case List<?> list -> sequence(list);
            case Double number -> scalar(Tag.FLOAT, number.toString());
            case Number number -> scalar(Tag.INT, number.toString());
            default -> scalar(Tag.STR, value.toString());
        };
    }

    private static Node mapping(Map<?, ?> map) {
        List<NodeTuple> entries =
                map.entrySet().stream()
                        .map(
                                entry ->
                                        new NodeTuple(
                                                scalar(Tag.STR, String.valueOf(entry.getKey())),
                                                node(entry.getValue())))
                        .toList();
        boolean isRule = map.containsKey("id");
        return new MappingNode(Tag.MAP, entries, isRule ? FlowStyle.BLOCK : styleOf(map));
    }

    private static Node sequence(List<?> list) {
        List<Node> items = list.stream().map(YamlText::node).toList();
        return new SequenceNode(Tag.SEQ, items, styleOf(list));
    }

    private static FlowStyle styleOf(Object collection) {
        return depth(collection) > 2 || collection.toString().length() > ONE_LINE
                ? FlowStyle.BLOCK
                : FlowStyle.FLOW;
    }

    private static int depth(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                    1 + map.values().stream().mapToInt(YamlText::depth).max().orElse(0);
            case List<?> list -> 1 + list.stream().mapToInt(YamlText::depth).max().orElse(0);
            default -> 0;
        };
    }

    private static ScalarNode scalar(Tag tag, String text) {
        boolean folds = tag.equals(Tag.STR) && text.length() > ONE_LINE;
        return new ScalarNode(tag, text, folds ? ScalarStyle.FOLDED : ScalarStyle.PLAIN);
    }
}
