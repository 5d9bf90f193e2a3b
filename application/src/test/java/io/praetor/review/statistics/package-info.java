/** Claims about the figures of statistics. */
@NullMarked
package io.praetor.review.statistics;

import org.jspecify.annotations.NullMarked;
