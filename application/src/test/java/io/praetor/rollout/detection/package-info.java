/** Detectors against their definition and their promise. */
@NullMarked
package io.praetor.rollout.detection;

import org.jspecify.annotations.NullMarked;
