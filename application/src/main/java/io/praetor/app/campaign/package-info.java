/** A running program and an instant go in, what a killed process lost comes out. */
@NullMarked
package io.praetor.app.campaign;

import org.jspecify.annotations.NullMarked;
