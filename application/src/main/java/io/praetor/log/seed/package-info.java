/** Rows of seed 003's decisions table become records, nothing guessed. */
@NullMarked
package io.praetor.log.seed;

import org.jspecify.annotations.NullMarked;
