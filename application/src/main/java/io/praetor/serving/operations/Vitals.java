package io.praetor.serving.operations;

import io.praetor.policy.PolicyHeader;
import java.util.Optional;

/**
 * How the parts behind the server are.
 *
 * @param policy what decides where no other policy is named
 * @param version the id of the version that acts
 * @param unready why nothing can be decided just now, a lower-case fragment
 */
public record Vitals(PolicyHeader policy, String version, Optional<String> unready) {}
