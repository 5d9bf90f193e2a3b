/** The program with every extra part. */
@NullMarked
package io.praetor.extras;

import org.jspecify.annotations.NullMarked;
