/** Claims about what is kept in memory. */
@NullMarked
package io.praetor.adapters.memory;

import org.jspecify.annotations.NullMarked;
