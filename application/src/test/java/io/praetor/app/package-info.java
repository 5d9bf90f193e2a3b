/** The program from outside: launcher, configuration, wiring. */
@NullMarked
package io.praetor.app;

import org.jspecify.annotations.NullMarked;
