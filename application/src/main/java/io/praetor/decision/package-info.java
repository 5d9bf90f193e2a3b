/** Evaluations become one decision: the hot path, and what a record of it contains. */
@NullMarked
package io.praetor.decision;

import org.jspecify.annotations.NullMarked;
