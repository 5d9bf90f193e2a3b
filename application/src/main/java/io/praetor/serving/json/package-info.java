/** Decisions, problems and log lines as JSON text. */
@NullMarked
package io.praetor.serving.json;

import org.jspecify.annotations.NullMarked;
