/** A seed becomes what teams do, with the truth of it known: what claims are measured against. */
@NullMarked
package io.praetor.simulation;

import org.jspecify.annotations.NullMarked;
