/** Claims about what becomes of a model's answer. */
@NullMarked
package io.praetor.reasoning.model;

import org.jspecify.annotations.NullMarked;
