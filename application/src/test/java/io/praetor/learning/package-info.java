/** Claims about {@code learning}, and what bears them out. */
@NullMarked
package io.praetor.learning;

import org.jspecify.annotations.NullMarked;
