/** Claims about {@code simulation.team}, and what bears them out. */
@NullMarked
package io.praetor.simulation.team;

import org.jspecify.annotations.NullMarked;
