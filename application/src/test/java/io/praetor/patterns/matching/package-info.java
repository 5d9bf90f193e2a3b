/** Claims about {@code patterns.matching}, and what bears them out. */
@NullMarked
package io.praetor.patterns.matching;

import org.jspecify.annotations.NullMarked;
