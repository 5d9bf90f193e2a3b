/** A seed to a team, its decisions and reviews with a known truth, and versions that go bad. */
@NullMarked
package io.praetor.simulation;

import org.jspecify.annotations.NullMarked;
