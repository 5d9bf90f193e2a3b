/** A seed becomes a team's decisions and reviews, and how patterns did on them. */
@NullMarked
package io.praetor.simulation.team;

import org.jspecify.annotations.NullMarked;
