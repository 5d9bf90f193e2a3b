package io.praetor.log;

import io.praetor.policy.PolicyHeader;

/**
 * Which policy decided.
 *
 * @param hash lower-case hex content hash of the policy set
 */
public record PolicyRef(String id, String version, String hash) {
    static PolicyRef of(PolicyHeader header) {
        return new PolicyRef(header.id(), header.version(), header.hash());
    }
}
