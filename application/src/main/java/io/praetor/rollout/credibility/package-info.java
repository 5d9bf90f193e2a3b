/** Matured episodes become one score in [0, 1], on conservative bounds, with its parts. */
@NullMarked
package io.praetor.rollout.credibility;

import org.jspecify.annotations.NullMarked;
