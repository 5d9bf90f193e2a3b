/** What versions did and what came of it becomes episodes and outcomes that are kept once each. */
@NullMarked
package io.praetor.governance.recording;

import org.jspecify.annotations.NullMarked;
