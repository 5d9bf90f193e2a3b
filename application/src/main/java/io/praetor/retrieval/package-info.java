/** A situation becomes passages worth citing: clauses, norms and reviewed precedents. */
@NullMarked
package io.praetor.retrieval;

import org.jspecify.annotations.NullMarked;
