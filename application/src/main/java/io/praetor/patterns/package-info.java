/** A situation becomes an evaluation by what reviewers confirmed: the fast path. */
@NullMarked
package io.praetor.patterns;

import org.jspecify.annotations.NullMarked;
