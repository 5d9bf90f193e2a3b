/** The index against an independent computation. */
@NullMarked
package io.praetor.rollout.credibility;

import org.jspecify.annotations.NullMarked;
