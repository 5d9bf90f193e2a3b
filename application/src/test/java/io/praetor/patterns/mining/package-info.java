/** Claims about {@code patterns.mining}, and what bears them out. */
@NullMarked
package io.praetor.patterns.mining;

import org.jspecify.annotations.NullMarked;
