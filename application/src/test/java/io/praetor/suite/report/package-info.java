/** Claims about written reports. */
@NullMarked
package io.praetor.suite.report;

import org.jspecify.annotations.NullMarked;
