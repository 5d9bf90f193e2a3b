/**
 * A language model in process: a GGUF file run by llama.cpp's library, called through the
 * foreign-function API.
 */
@NullMarked
package io.praetor.adapters.llamacpp;

import org.jspecify.annotations.NullMarked;
