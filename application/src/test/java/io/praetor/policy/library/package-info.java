/** Claims about versions, libraries, reloads and comparisons of policies. */
@NullMarked
package io.praetor.policy.library;

import org.jspecify.annotations.NullMarked;
