/** Versions under trial: what suites and campaigns ask, none of which anybody acts on. */
@NullMarked
package io.praetor.app.trial;

import org.jspecify.annotations.NullMarked;
