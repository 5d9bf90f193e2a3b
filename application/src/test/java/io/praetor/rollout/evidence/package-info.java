/** Values of evidence and what they refuse. */
@NullMarked
package io.praetor.rollout.evidence;

import org.jspecify.annotations.NullMarked;
