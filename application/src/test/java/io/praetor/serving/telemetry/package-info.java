/** Tests of the package of the same name. */
@NullMarked
package io.praetor.serving.telemetry;

import org.jspecify.annotations.NullMarked;
