/** Streams of outcomes become alarms, with a bound on how often a healthy version raises one. */
@NullMarked
package io.praetor.rollout.detection;

import org.jspecify.annotations.NullMarked;
