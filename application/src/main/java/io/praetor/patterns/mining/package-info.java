/** Confirmations by reviewers become the most general patterns that they bear out. */
@NullMarked
package io.praetor.patterns.mining;

import org.jspecify.annotations.NullMarked;
