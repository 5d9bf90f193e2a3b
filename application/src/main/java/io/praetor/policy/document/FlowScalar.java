package io.praetor.policy.document;

import io.praetor.policy.document.Node.Written;
import io.praetor.policy.document.Node.Written.Style;

/** Walks a plain or quoted scalar in its file and in its value at once. */
final class FlowScalar {
    private final SourceText source;
    private final String value;
    private final Written written;
    private final int[] places;
    private int at;
    private int filled;

    FlowScalar(SourceText source, String value, Written written) {
        this.source = source;
        this.value = value;
        this.written = written;
        this.places = new int[value.length() + 1];
        this.at = written.style() == Style.PLAIN ? written.from() : written.from() + 1;
    }

    int[] places() {
        while (filled < value.length() && at < written.to()) {
            int lineEnds = lineEndsAhead();
            if (lineEnds > 0) {
                fill(Math.max(1, lineEnds - 1));
                skipBlank();
            } else if (source.point(at) == '\\' && written.style() == Style.DOUBLE_QUOTED) {
                escape();
            } else {
                int width = isDoubledQuote() ? 2 : 1;
                fill(Character.charCount(value.codePointAt(filled)));
                at += width;
            }
        }
        while (filled <= value.length()) {
            places[filled++] = at;
        }
        return places;
    }

    private void fill(int chars) {
        for (int i = 0; i < chars && filled < value.length(); i++) {
            places[filled++] = at;
        }
    }

    private boolean isDoubledQuote() {
        return written.style() == Style.SINGLE_QUOTED
                && source.point(at) == '\''
                && source.point(at + 1) == '\'';
    }

    /** How many line ends the blank run at the current place holds. */
    private int lineEndsAhead() {
        int count = 0;
        for (int i = at; isBlank(source.point(i)) || SourceText.isLineEnd(source.point(i)); i++) {
            boolean halfway = source.point(i) == '\r' && source.point(i + 1) == '\n';
            count += SourceText.isLineEnd(source.point(i)) && !halfway ? 1 : 0;
        }
        return count;
    }

    private void skipBlank() {
        while (isBlank(source.point(at)) || SourceText.isLineEnd(source.point(at))) {
            at++;
        }
    }

    private void escape() {
        int kind = source.point(at + 1);
        if (SourceText.isLineEnd(kind)) {
            at++;
            fill(lineEndsAhead() - 1);
            skipBlank();
            return;
        }
        fill(Character.charCount(value.codePointAt(filled)));
        at +=
                switch (kind) {
                    case 'x' -> 4;
                    case 'u' -> 6;
                    case 'U' -> 10;
                    default -> 2;
                };
    }

    private static boolean isBlank(int point) {
        return point == ' ' || point == '\t';
    }
}
