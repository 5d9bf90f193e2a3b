/** A decision's context becomes a suggested next step, learnt from what earlier ones brought. */
@NullMarked
package io.praetor.intervention;

import org.jspecify.annotations.NullMarked;
