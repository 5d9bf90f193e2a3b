/** Estimates against published examples. */
@NullMarked
package io.praetor.rollout.statistics;

import org.jspecify.annotations.NullMarked;
