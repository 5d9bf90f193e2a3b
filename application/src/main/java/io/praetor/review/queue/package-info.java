/** Cases become a reviewer's queue: what is most worth looking at first, and why it is. */
@NullMarked
package io.praetor.review.queue;

import org.jspecify.annotations.NullMarked;
