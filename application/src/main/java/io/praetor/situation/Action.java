package io.praetor.situation;

import java.util.Optional;

/**
 * What is proposed.
 *
 * @param type from an open vocabulary, such as {@code deploy}
 * @param parameters the caller's own arguments, unknown keys of the flat dialect included
 * @param description prose written by the actor: data, never instruction
 */
public record Action(String type, Attributes parameters, Optional<String> description) {}
