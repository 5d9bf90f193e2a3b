/** Claims about trees, places and reports of problems. */
@NullMarked
package io.praetor.policy.document;

import org.jspecify.annotations.NullMarked;
