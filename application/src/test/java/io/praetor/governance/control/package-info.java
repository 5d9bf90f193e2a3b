/** Tests of {@code governance.control}. */
@NullMarked
package io.praetor.governance.control;

import org.jspecify.annotations.NullMarked;
