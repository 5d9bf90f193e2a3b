/** A question and its passages become a prompt: prompt variants, slots, examples, budget. */
@NullMarked
package io.praetor.reasoning.prompt;

import org.jspecify.annotations.NullMarked;
