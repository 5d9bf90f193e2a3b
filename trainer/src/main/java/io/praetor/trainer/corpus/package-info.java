/** A policy becomes synthetic cases with the answers its rules give. */
@NullMarked
package io.praetor.trainer.corpus;

import org.jspecify.annotations.NullMarked;
