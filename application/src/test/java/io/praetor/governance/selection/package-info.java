/** Tests of {@code governance.selection}. */
@NullMarked
package io.praetor.governance.selection;

import org.jspecify.annotations.NullMarked;
