/** Suites: scenarios and anything that decides, to a scorecard. */
@NullMarked
package io.praetor.suite;

import org.jspecify.annotations.NullMarked;
