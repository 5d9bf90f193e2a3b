/** Reviews become candidates: patterns and data sets, under safeguards. */
@NullMarked
package io.praetor.learning;

import org.jspecify.annotations.NullMarked;
