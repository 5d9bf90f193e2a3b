/** A scorecard as JSON, Markdown or a page, and the JSON read again. */
@NullMarked
package io.praetor.suite.report;

import org.jspecify.annotations.NullMarked;
