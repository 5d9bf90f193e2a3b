/** Decisions become records: canonical, chained, provable, and readable again. */
@NullMarked
package io.praetor.log;

import org.jspecify.annotations.NullMarked;
