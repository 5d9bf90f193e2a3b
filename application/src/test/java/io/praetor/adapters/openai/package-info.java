/** Claims about llama-server and OpenAI-compatible servers. */
@NullMarked
package io.praetor.adapters.openai;

import org.jspecify.annotations.NullMarked;
