/** The house rules as tests: ARCHITECTURE.md and STYLE.md are read, then executed on the code. */
@NullMarked
package io.praetor.house;

import org.jspecify.annotations.NullMarked;
