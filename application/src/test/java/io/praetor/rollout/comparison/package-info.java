/** The paired test against its definition and its promise. */
@NullMarked
package io.praetor.rollout.comparison;

import org.jspecify.annotations.NullMarked;
