/** Families, versions and episodes to test with, and what every store of them keeps to. */
@NullMarked
package io.praetor.governance;

import org.jspecify.annotations.NullMarked;
