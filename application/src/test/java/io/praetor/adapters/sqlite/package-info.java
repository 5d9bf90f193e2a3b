/** Claims about the log in a SQLite file. */
@NullMarked
package io.praetor.adapters.sqlite;

import org.jspecify.annotations.NullMarked;
