package io.praetor.adapters.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Which model of which server is asked.
 *
 * @param name as the server names it; needed where it has more than one
 * @param sha256 the digest the server has to state for it
 * @param contextTokens prompt and answer together, at most
 * @param openTime for each question of the opening, which loads a model in some servers
 * @param schemas for servers that take no grammar: the JSON schema that says the same as a grammar
 */
public record ServerSettings(
        Endpoint endpoint,
        Optional<String> name,
        Optional<String> sha256,
        int contextTokens,
        Duration openTime,
        Map<String, String> schemas) {
    public ServerSettings {
        schemas = Map.copyOf(schemas);
    }
}
