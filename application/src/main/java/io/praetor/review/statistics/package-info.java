/** Reviewed cases become counts, rates with intervals, and the errors that come in numbers. */
@NullMarked
package io.praetor.review.statistics;

import org.jspecify.annotations.NullMarked;
