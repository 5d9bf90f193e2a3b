/** One version under watch: matured outcomes become findings, and findings proposals. */
@NullMarked
package io.praetor.rollout.watch;

import org.jspecify.annotations.NullMarked;
