/** What a version did and what came of it, as values that the statistics are computed from. */
@NullMarked
package io.praetor.rollout.evidence;

import org.jspecify.annotations.NullMarked;
