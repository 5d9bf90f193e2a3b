/** Claims about {@code patterns}, and what bears them out. */
@NullMarked
package io.praetor.patterns;

import org.jspecify.annotations.NullMarked;
