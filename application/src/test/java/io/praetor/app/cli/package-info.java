/** The verbs, run as a user runs them but inside the test's process. */
@NullMarked
package io.praetor.app.cli;

import org.jspecify.annotations.NullMarked;
