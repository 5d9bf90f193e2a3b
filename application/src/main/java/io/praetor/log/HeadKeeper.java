package io.praetor.log;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Dates and signs the tree heads that a growing chain completes.
 *
 * @param key signs, where there is one
 */
record HeadKeeper(InstantSource clock, Optional<SigningKey> key) {
    Optional<TreeHead> headOf(Chain chain) {
        return chain.completedHead(clock.instant())
                .map(
                        head ->
                                new TreeHead(
                                        head.size(),
                                        head.at(),
                                        head.root(),
                                        head.block(),
                                        key.map(k -> signature(k, chain))));
    }

    private static String signature(SigningKey key, Chain chain) {
        return key.sign(chain.checkpoint()).signatures().getFirst();
    }
}
