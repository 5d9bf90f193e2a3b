/** A log, its reviews and the families become what the seed's periodic reviews look at. */
@NullMarked
package io.praetor.governance.report;

import org.jspecify.annotations.NullMarked;
