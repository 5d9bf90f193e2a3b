/** Claims about what a model is shown. */
@NullMarked
package io.praetor.reasoning.prompt;

import org.jspecify.annotations.NullMarked;
