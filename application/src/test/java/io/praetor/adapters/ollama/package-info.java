/** Claims about Ollama. */
@NullMarked
package io.praetor.adapters.ollama;

import org.jspecify.annotations.NullMarked;
