/** Changes to a family, their chain and their replay. */
@NullMarked
package io.praetor.rollout.family;

import org.jspecify.annotations.NullMarked;
