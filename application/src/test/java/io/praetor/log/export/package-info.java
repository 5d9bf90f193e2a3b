/** Claims about what leaves the log, and what does not. */
@NullMarked
package io.praetor.log.export;

import org.jspecify.annotations.NullMarked;
