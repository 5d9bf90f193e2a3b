/** Claims about the figures of agreement. */
@NullMarked
package io.praetor.review.agreement;

import org.jspecify.annotations.NullMarked;
