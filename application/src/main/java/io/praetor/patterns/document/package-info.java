/** Patterns become JSON in the shape of seed 000, with what it has no room for, and back. */
@NullMarked
package io.praetor.patterns.document;

import org.jspecify.annotations.NullMarked;
