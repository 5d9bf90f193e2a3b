/** Claims about records, their chain, their proofs and their recorder. */
@NullMarked
package io.praetor.log;

import org.jspecify.annotations.NullMarked;
