/** Tests of what becomes of reviews. */
@NullMarked
package io.praetor.governance.recording;

import org.jspecify.annotations.NullMarked;
