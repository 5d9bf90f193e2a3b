/** One file and the environment go in, a checked {@link io.praetor.app.config.Config} comes out. */
@NullMarked
package io.praetor.app.config;

import org.jspecify.annotations.NullMarked;
