package io.praetor.log;

import java.util.List;

/**
 * Which log it is, and how its Merkle tree grew.
 *
 * @param origin names the log; drawn when it was created
 * @param heads one for every {@link TreeHead#INTERVAL} records, oldest first
 */
public record Outline(String origin, List<TreeHead> heads) {
    public Outline {
        heads = List.copyOf(heads);
    }
}
