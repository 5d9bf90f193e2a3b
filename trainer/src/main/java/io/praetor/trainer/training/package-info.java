/** Examples become weights. */
@NullMarked
package io.praetor.trainer.training;

import org.jspecify.annotations.NullMarked;
