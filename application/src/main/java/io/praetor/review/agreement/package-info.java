/** Ratings become agreement between reviewers, each figure with its interval. */
@NullMarked
package io.praetor.review.agreement;

import org.jspecify.annotations.NullMarked;
