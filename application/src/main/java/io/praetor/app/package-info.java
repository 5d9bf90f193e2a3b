/** Arguments and configuration go in, a running program comes out: Main, Config, Wiring. */
@NullMarked
package io.praetor.app;

import org.jspecify.annotations.NullMarked;
