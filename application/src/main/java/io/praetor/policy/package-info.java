/** Policy text becomes a checked PolicySet; also the words every evaluator speaks in. */
@NullMarked
package io.praetor.policy;

import org.jspecify.annotations.NullMarked;
