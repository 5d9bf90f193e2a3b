/** Seeded random situations, conditions and policies, and the oracle that conditions answer to. */
@NullMarked
package io.praetor.testing;

import org.jspecify.annotations.NullMarked;
