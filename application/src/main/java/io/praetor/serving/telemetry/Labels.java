package io.praetor.serving.telemetry;

import java.util.List;
import java.util.StringJoiner;

/**
 * The labels of one series, as {@code name="value",...}. Values come from closed sets, never from a
 * request, so that no client can make series.
 */
record Labels(String text) {
    static final Labels NONE = new Labels("");

    /**
     * @param pairs name, value, name, value, ...
     */
    static Labels of(List<String> pairs) {
        if (pairs.size() % 2 != 0) {
            throw new IllegalArgumentException("a label without a value: " + pairs);
        }
        StringJoiner joined = new StringJoiner(",");
        for (int index = 0; index < pairs.size(); index += 2) {
            joined.add(pairs.get(index) + "=\"" + escaped(pairs.get(index + 1)) + "\"");
        }
        return new Labels(joined.toString());
    }

    Labels and(String name, String value) {
        String pair = name + "=\"" + escaped(value) + "\"";
        return new Labels(text.isEmpty() ? pair : text + "," + pair);
    }

    String braced() {
        return text.isEmpty() ? "" : "{" + text + "}";
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
