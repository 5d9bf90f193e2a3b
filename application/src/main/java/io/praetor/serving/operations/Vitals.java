package io.praetor.serving.operations;

import io.praetor.policy.PolicyHeader;
import java.util.Optional;

/**
 * How the parts behind the server are.
 *
 * @param policy what decides where no other policy is named
 * @param version the id of the version that acts
 * @param model who reasons where the rules leave room; {@code rules} where nobody does
 * @param unready why nothing can be decided just now, a lower-case fragment
 */
public record Vitals(PolicyHeader policy, String version, String model, Optional<String> unready) {}
