/** What a model said is written down by prompt hash, and said again from there. */
@NullMarked
package io.praetor.adapters.recorded;

import org.jspecify.annotations.NullMarked;
