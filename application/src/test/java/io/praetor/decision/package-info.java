/** Claims about resolution, discharge and release. */
@NullMarked
package io.praetor.decision;

import org.jspecify.annotations.NullMarked;
