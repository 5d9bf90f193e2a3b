/** Evaluates a situation against a policy set, and says what came closest to another result. */
@NullMarked
package io.praetor.rules;

import org.jspecify.annotations.NullMarked;
