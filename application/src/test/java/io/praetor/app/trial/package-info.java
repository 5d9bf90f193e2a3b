/** Suites and campaigns by the real decision point. */
@NullMarked
package io.praetor.app.trial;

import org.jspecify.annotations.NullMarked;
