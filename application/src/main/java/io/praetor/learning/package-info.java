/** Reviews become candidates: patterns, examples and data sets, under safeguards. */
@NullMarked
package io.praetor.learning;

import org.jspecify.annotations.NullMarked;
