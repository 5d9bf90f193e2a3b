/** A proposed action with its actor, trust and context, as one immutable record. */
@NullMarked
package io.praetor.situation;

import org.jspecify.annotations.NullMarked;
