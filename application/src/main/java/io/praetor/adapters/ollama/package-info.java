/** Prompts go to Ollama by its own API, answers and, where it tells them, scores come back. */
@NullMarked
package io.praetor.adapters.ollama;

import org.jspecify.annotations.NullMarked;
