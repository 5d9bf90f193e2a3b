/** Tokens become logits, by a decoder of Phi-3's architecture. */
@NullMarked
package io.praetor.trainer.model;

import org.jspecify.annotations.NullMarked;
