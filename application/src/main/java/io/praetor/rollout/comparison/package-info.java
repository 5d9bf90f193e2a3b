/** Two versions judged on the same situations become evidence for or against the newer one. */
@NullMarked
package io.praetor.rollout.comparison;

import org.jspecify.annotations.NullMarked;
