/** Ports kept in memory: for one process, for tests, and for what a restart may forget. */
@NullMarked
package io.praetor.adapters.memory;

import org.jspecify.annotations.NullMarked;
