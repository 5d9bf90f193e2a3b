/** The door: request text or tree in any of three dialects to a Situation, or to refusals. */
@NullMarked
package io.praetor.situation.dialect;

import org.jspecify.annotations.NullMarked;
