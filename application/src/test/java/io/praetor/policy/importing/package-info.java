/** Claims about what becomes of other systems' policies. */
@NullMarked
package io.praetor.policy.importing;

import org.jspecify.annotations.NullMarked;
