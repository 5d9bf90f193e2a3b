/** Prompts go to llama-server or to an OpenAI-compatible server, scores and answers come back. */
@NullMarked
package io.praetor.adapters.openai;

import org.jspecify.annotations.NullMarked;
