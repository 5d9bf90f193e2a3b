/** The evidence of a simulation to text, Markdown, JSON and a page with plots. */
@NullMarked
package io.praetor.simulation.governance.report;

import org.jspecify.annotations.NullMarked;
