/** Claims about what a policy file may say and what is said of its mistakes. */
@NullMarked
package io.praetor.policy.reading;

import org.jspecify.annotations.NullMarked;
