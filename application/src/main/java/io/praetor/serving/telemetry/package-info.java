/** Counts and durations become Prometheus text, events become JSON lines. */
@NullMarked
package io.praetor.serving.telemetry;

import org.jspecify.annotations.NullMarked;
