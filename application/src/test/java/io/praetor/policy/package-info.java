/** Claims about the words of policies: conditions, versions, libraries. */
@NullMarked
package io.praetor.policy;

import org.jspecify.annotations.NullMarked;
