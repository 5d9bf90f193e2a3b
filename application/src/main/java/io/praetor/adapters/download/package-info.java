/** A manifest of a public file goes in, the file itself comes out, verified. */
@NullMarked
package io.praetor.adapters.download;

import org.jspecify.annotations.NullMarked;
