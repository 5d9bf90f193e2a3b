/** Claims about reviews: stores, queue, desk, agreement, statistics. */
@NullMarked
package io.praetor.review;

import org.jspecify.annotations.NullMarked;
