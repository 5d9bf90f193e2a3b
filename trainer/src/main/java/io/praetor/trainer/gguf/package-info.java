/** Weights and a vocabulary become a GGUF file, and back. */
@NullMarked
package io.praetor.trainer.gguf;

import org.jspecify.annotations.NullMarked;
