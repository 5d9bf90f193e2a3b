package io.praetor.situation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the action is done to.
 *
 * @param id as the caller named it, after normalisation; empty when none was named
 * @param scheme what stands before the first colon ({@code env}, {@code repo}, {@code db}, ...), or
 *     {@code path} where there is none, or empty when no resource was named
 * @param name what stands behind it
 * @param environment derived from the id's words
 * @param properties what the caller says of the resource
 */
public record Resource(
        String id, String scheme, String name, Environment environment, Attributes properties) {
    public static final Resource NONE = new Resource("", "", "", Environment.NONE, Attributes.NONE);

    private static final Set<String> PRODUCTION = Set.of("production", "prod", "live");
    private static final Set<String> STAGING = Set.of("staging", "stage", "preprod", "uat");
    private static final Set<String> DEVELOPMENT =
            Set.of("development", "dev", "test", "sandbox", "local");

    /** The resource that {@code id} names; an empty id names none. */
    public static Resource of(String id, Attributes properties) {
        if (id.isEmpty()) {
            return new Resource("", "", "", Environment.NONE, properties);
        }
        int colon = id.indexOf(':');
        String scheme = colon > 0 ? id.substring(0, colon) : "path";
        String name = colon > 0 ? id.substring(colon + 1) : id;
        return new Resource(id, scheme, name, environmentOf(id), properties);
    }

    public static Resource of(String id) {
        return of(id, Attributes.NONE);
    }

    public boolean isNamed() {
        return !id.isEmpty();
    }

    public Optional<String> named() {
        return isNamed() ? Optional.of(id) : Optional.empty();
    }

    /** The strictest environment any word of {@code id} names: production beats staging, ... */
    private static Environment environmentOf(String id) {
        Environment found = Environment.NONE;
        for (String word : id.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
            Environment named = environmentNamed(word);
            if (named.compareTo(found) < 0) {
                found = named;
            }
        }
        return found;
    }

    private static Environment environmentNamed(String word) {
        if (PRODUCTION.contains(word)) {
            return Environment.PRODUCTION;
        }
        if (STAGING.contains(word)) {
            return Environment.STAGING;
        }
        return DEVELOPMENT.contains(word) ? Environment.DEVELOPMENT : Environment.NONE;
    }
}
