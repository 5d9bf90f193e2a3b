/** A seed and a number of runs to the evidence that governance works, figure by figure. */
@NullMarked
package io.praetor.simulation.governance;

import org.jspecify.annotations.NullMarked;
