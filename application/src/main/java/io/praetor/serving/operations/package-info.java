/** What the server says of itself: health, probes, metrics, its own description. */
@NullMarked
package io.praetor.serving.operations;

import org.jspecify.annotations.NullMarked;
