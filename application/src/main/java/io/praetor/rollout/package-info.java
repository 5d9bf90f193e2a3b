/** Evidence about versions becomes gate outcomes, authority and proposals; pure, no store. */
@NullMarked
package io.praetor.rollout;

import org.jspecify.annotations.NullMarked;
