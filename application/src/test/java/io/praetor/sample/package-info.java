/** The sample policy, its scenarios and its guide, run as they ship. */
@NullMarked
package io.praetor.sample;

import org.jspecify.annotations.NullMarked;
