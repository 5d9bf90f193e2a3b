/** Claims about the model in process, on tiny models of random weights. */
@NullMarked
package io.praetor.adapters.llamacpp;

import org.jspecify.annotations.NullMarked;
