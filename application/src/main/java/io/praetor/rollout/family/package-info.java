/** A family of versions as a value, and each change to it as a chained record. */
@NullMarked
package io.praetor.rollout.family;

import org.jspecify.annotations.NullMarked;
