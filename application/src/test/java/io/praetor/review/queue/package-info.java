/** Claims about the order in which cases are shown. */
@NullMarked
package io.praetor.review.queue;

import org.jspecify.annotations.NullMarked;
