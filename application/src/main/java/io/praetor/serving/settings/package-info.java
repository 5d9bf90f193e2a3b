/** How the server was told to run, and every limit it keeps. */
@NullMarked
package io.praetor.serving.settings;

import org.jspecify.annotations.NullMarked;
