/** Claims about comparisons of reports. */
@NullMarked
package io.praetor.suite.comparison;

import org.jspecify.annotations.NullMarked;
