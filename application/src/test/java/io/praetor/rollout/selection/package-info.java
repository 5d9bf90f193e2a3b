/** Who acts when, and who never does. */
@NullMarked
package io.praetor.rollout.selection;

import org.jspecify.annotations.NullMarked;
