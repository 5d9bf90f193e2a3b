/** Counts and samples become estimates with bounds; each formula names its source. */
@NullMarked
package io.praetor.rollout.statistics;

import org.jspecify.annotations.NullMarked;
