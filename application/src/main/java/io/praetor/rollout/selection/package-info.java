/** A family's state and a situation's features become the version that acts, reproducibly. */
@NullMarked
package io.praetor.rollout.selection;

import org.jspecify.annotations.NullMarked;
