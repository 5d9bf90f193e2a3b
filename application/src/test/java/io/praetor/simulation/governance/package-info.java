/** What the simulation draws, and that its evidence holds in small. */
@NullMarked
package io.praetor.simulation.governance;

import org.jspecify.annotations.NullMarked;
