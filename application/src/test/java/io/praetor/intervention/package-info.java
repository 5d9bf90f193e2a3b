/** What every store of interventions keeps to, and the bandit beside a plain reference. */
@NullMarked
package io.praetor.intervention;

import org.jspecify.annotations.NullMarked;
