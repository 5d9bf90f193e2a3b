/** The verbs of the command line: each takes arguments and gives output and an exit code. */
@NullMarked
package io.praetor.app.cli;

import org.jspecify.annotations.NullMarked;
