/** Two reports on the same scenarios, to whether and where they differ. */
@NullMarked
package io.praetor.suite.comparison;

import org.jspecify.annotations.NullMarked;
