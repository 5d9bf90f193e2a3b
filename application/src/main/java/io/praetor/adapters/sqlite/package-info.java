/** The log in one SQLite file: records, heads and counts in, pages of them out. */
@NullMarked
package io.praetor.adapters.sqlite;

import org.jspecify.annotations.NullMarked;
