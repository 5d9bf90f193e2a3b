/** What a watch finds, and what it survives. */
@NullMarked
package io.praetor.rollout.watch;

import org.jspecify.annotations.NullMarked;
