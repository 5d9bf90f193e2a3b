/** Claims about reading what a model says. */
@NullMarked
package io.praetor.reasoning;

import org.jspecify.annotations.NullMarked;
