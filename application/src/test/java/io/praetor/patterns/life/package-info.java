/** Claims about {@code patterns.life}, and what bears them out. */
@NullMarked
package io.praetor.patterns.life;

import org.jspecify.annotations.NullMarked;
