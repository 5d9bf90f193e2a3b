/** Texts become tokens, by byte pairs that were learnt from texts. */
@NullMarked
package io.praetor.trainer.text;

import org.jspecify.annotations.NullMarked;
