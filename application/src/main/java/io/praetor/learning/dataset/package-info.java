/** Reviewed cases become a data set: told apart, counted, grouped and split, or refused. */
@NullMarked
package io.praetor.learning.dataset;

import org.jspecify.annotations.NullMarked;
