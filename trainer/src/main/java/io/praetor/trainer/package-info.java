/** A policy becomes a small trained model in a file. */
@NullMarked
package io.praetor.trainer;

import org.jspecify.annotations.NullMarked;
