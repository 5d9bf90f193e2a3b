package io.praetor.policy.document;

import io.praetor.policy.document.Node.Written;

/** Walks a literal or folded block scalar in its file and in its value at once. */
final class BlockScalar {
    private final SourceText source;
    private final String value;
    private final int end;
    private final int[] places;
    private final int indent;
    private int at;

    BlockScalar(SourceText source, String value, Written written) {
        this.source = source;
        this.value = value;
        this.end = Math.min(written.to(), source.length());
        this.places = new int[value.length() + 1];
        this.at = behindLine(written.from());
        this.indent = indent(at);
        skipIndent();
    }

    int[] places() {
        int filled = 0;
        while (filled < value.length() && at < end) {
            int point = source.point(at);
            char wanted = value.charAt(filled);
            if (SourceText.isLineEnd(point)) {
                if (wanted == '\n' || wanted == ' ') {
                    places[filled++] = at;
                }
                at = behindLine(at);
                skipIndent();
            } else {
                int chars = Character.charCount(point);
                for (int i = 0; i < chars && filled < value.length(); i++) {
                    places[filled++] = at;
                }
                at++;
            }
        }
        while (filled <= value.length()) {
            places[filled++] = at;
        }
        return places;
    }

    /** The first line that is not blank tells, less the blanks that are part of the value. */
    private int indent(int from) {
        int first = from;
        while (first < end && (isSpace(first) || SourceText.isLineEnd(source.point(first)))) {
            first++;
        }
        int lineStart = first;
        while (lineStart > from && isSpace(lineStart - 1)) {
            lineStart--;
        }
        int own = 0;
        int text = 0;
        while (text < value.length() && " \n".indexOf(value.charAt(text)) >= 0) {
            own = value.charAt(text) == '\n' ? 0 : own + 1;
            text++;
        }
        return Math.max(0, first - lineStart - own);
    }

    private void skipIndent() {
        for (int i = 0; i < indent && isSpace(at); i++) {
            at++;
        }
    }

    private boolean isSpace(int index) {
        return source.point(index) == ' ';
    }

    private int behindLine(int from) {
        int next = from;
        while (next < end && !SourceText.isLineEnd(source.point(next))) {
            next++;
        }
        boolean pair = source.point(next) == '\r' && source.point(next + 1) == '\n';
        return Math.min(end, next + (pair ? 2 : 1));
    }
}
