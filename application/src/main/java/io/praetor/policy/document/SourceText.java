package io.praetor.policy.document;

import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import java.util.Arrays;

/**
 * The text of a file, addressed by code point. Lines end with LF, CR or CR LF; columns count code
 * points, a leading byte order mark not included.
 */
public final class SourceText {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String file;
    private final int[] points;
    private final int[] lineStarts;

    private SourceText(String file, int[] points) {
        this.file = file;
        this.points = points;
        this.lineStarts = startsOf(points);
    }

    public static SourceText of(PolicySource source) {
        return new SourceText(source.file(), source.text().codePoints().toArray());
    }

    public int length() {
        return points.length;
    }

    /** The code point at {@code index}, or -1 outside the text. */
    public int point(int index) {
        return index >= 0 && index < points.length ? points[index] : -1;
    }

    /** The position of the code point at {@code index}; the end of the text for any behind it. */
    public SourcePosition position(int index) {
        int inside = Math.clamp(index, 0, points.length);
        int found = Arrays.binarySearch(lineStarts, inside);
        int line = found >= 0 ? found : -found - 2;
        return new SourcePosition(file, line + 1, inside - lineStarts[line] + 1);
    }

    /** How many lines the text has; the last one is empty behind a final line end. */
    public int lines() {
        return lineStarts.length;
    }

    /** A line by its number from 1, without its end; empty where there is none. */
    public String line(int number) {
        if (number < 1 || number > lineStarts.length) {
            return "";
        }
        int from = lineStarts[number - 1];
        int to = from;
        while (to < points.length && !isLineEnd(points[to])) {
            to++;
        }
        return new String(points, from, to - from);
    }

    static boolean isLineEnd(int point) {
        return point == '\n' || point == '\r';
    }

    private static int[] startsOf(int[] points) {
        int[] starts = new int[points.length + 1];
        int first = points.length > 0 && points[0] == BYTE_ORDER_MARK ? 1 : 0;
        starts[0] = first;
        int lines = 1;
        for (int i = first; i < points.length; i++) {
            boolean halfway = points[i] == '\r' && i + 1 < points.length && points[i + 1] == '\n';
            if (isLineEnd(points[i]) && !halfway) {
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }
}
