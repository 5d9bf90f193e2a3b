package io.praetor.policy.importing;

/** Writes literals of CEL. */
final class Cel {
    private Cel() {}

    /** A text in double quotes (CEL language definition, "String and Bytes Values"). */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        point -> {
                            if (point == '"' || point == '\\') {
                                quoted.append('\\').appendCodePoint(point);
                            } else if (Character.isISOControl(point)) {
                                quoted.append("\\u%04x".formatted(point));
                            } else {
                                quoted.appendCodePoint(point);
                            }
                        });
        return quoted.append('"').toString();
    }
}
