/** Claims about what the door admits, refuses and writes. */
@NullMarked
package io.praetor.situation.dialect;

import org.jspecify.annotations.NullMarked;
