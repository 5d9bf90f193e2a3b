package io.praetor.policy;

import java.util.Optional;

/**
 * Which policy this is and where it came from.
 *
 * @param hash lower-case hex SHA-256 over the parent's hash and the file's bytes
 * @param parent the hash of the version this one replaces
 * @param reason why this version exists
 * @param approver who answers for it
 */
public record PolicyHeader(
        String id,
        String version,
        String hash,
        Optional<String> parent,
        String reason,
        Optional<String> approver) {}
