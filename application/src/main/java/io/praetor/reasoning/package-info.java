/** A situation and passages become an evaluation by a language model, or none. */
@NullMarked
package io.praetor.reasoning;

import org.jspecify.annotations.NullMarked;
