/** How the evidence is shown. */
@NullMarked
package io.praetor.simulation.governance.report;

import org.jspecify.annotations.NullMarked;
