/** A situation and what the rules said of it become a profile: every material input, in bands. */
@NullMarked
package io.praetor.patterns.features;

import org.jspecify.annotations.NullMarked;
