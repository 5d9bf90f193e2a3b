/** Records become lines for other programs, masked and dropped as an export policy says. */
@NullMarked
package io.praetor.log.export;

import org.jspecify.annotations.NullMarked;
