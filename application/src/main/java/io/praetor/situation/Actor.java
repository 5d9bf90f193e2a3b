package io.praetor.situation;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Who proposes the action.
 *
 * @param id an LCT or URI, such as {@code user:alice}, already normalised
 * @param role the role acted in; an unknown role satisfies no role test
 * @param atpAvailable the actor's ATP budget, at least 0; absent where the caller keeps none
 * @param properties what the caller says of the subject beyond these fields
 */
public record Actor(
        String id,
        ActorKind kind,
        Optional<String> role,
        Trust trust,
        Identity identity,
        OptionalDouble atpAvailable,
        Attributes properties) {}
