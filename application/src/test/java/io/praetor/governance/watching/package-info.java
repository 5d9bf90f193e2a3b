/** Tests of {@code governance.watching}. */
@NullMarked
package io.praetor.governance.watching;

import org.jspecify.annotations.NullMarked;
