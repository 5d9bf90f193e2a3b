/** Every move of the transition table, and every one that is not there. */
@NullMarked
package io.praetor.rollout.life;

import org.jspecify.annotations.NullMarked;
