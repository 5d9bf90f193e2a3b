/** A profile becomes the active patterns that cover it, in microseconds. */
@NullMarked
package io.praetor.patterns.matching;

import org.jspecify.annotations.NullMarked;
