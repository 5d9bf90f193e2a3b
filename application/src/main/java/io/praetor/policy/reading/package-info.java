/** A policy file becomes a checked PolicySet, or a list of everything wrong with it. */
@NullMarked
package io.praetor.policy.reading;

import org.jspecify.annotations.NullMarked;
