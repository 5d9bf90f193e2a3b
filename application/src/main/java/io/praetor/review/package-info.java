/** DecisionRecord becomes Review: what people say of recorded decisions, kept append-only. */
@NullMarked
package io.praetor.review;

import org.jspecify.annotations.NullMarked;
