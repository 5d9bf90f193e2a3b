package io.praetor.situation.dialect;

/**
 * How much the door takes in; more is refused.
 *
 * @param requestBytes bytes of UTF-8 in a request, or of all keys and texts in a parsed one
 * @param fieldBytes bytes of UTF-8 in one key or text
 * @param depth objects and lists inside each other, the request itself included
 */
public record DoorLimits(int requestBytes, int fieldBytes, int depth) {
    /**
     * One request: room for a page of prose in each of several fields. No dialect nests deeper than
     * 5; 32 leaves room for a tool's own arguments and keeps every recursion over them short.
     */
    public static final DoorLimits REQUEST = new DoorLimits(64 * 1024, 16 * 1024, 32);

    /** The same limits on fields, for a document of several requests. */
    public static DoorLimits batch(int bytes) {
        return new DoorLimits(bytes, REQUEST.fieldBytes, REQUEST.depth + 4);
    }
}
