/**
 * A checked condition and the facts of a situation become true, false, or a failure that says why.
 */
@NullMarked
package io.praetor.rules.condition;

import org.jspecify.annotations.NullMarked;
