/** Claims about recordings of a model. */
@NullMarked
package io.praetor.adapters.recorded;

import org.jspecify.annotations.NullMarked;
