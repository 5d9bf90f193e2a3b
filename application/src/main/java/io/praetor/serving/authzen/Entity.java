package io.praetor.serving.authzen;

/**
 * A subject or resource as AuthZEN names it.
 *
 * @param key the id that rules and the directory know it by
 */
record Entity(String type, String id, String key) {
    /** The entity of a directory's entry; its type is left off its id, where it begins so. */
    static Entity of(String type, String key) {
        String prefix = type + ":";
        String id = key.startsWith(prefix) ? key.substring(prefix.length()) : key;
        return new Entity(type, id, key);
    }
}
