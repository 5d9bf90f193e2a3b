/** A question becomes an opinion by a language model that nobody has to trust. */
@NullMarked
package io.praetor.reasoning.model;

import org.jspecify.annotations.NullMarked;
