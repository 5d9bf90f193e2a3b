/**
 * A situation's prose and confirmed examples become an evaluation without a language model, or none
 * where the evidence is thin.
 */
@NullMarked
package io.praetor.reasoning.precedent;

import org.jspecify.annotations.NullMarked;
