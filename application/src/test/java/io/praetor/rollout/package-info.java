/** What the tests of rollout share. */
@NullMarked
package io.praetor.rollout;

import org.jspecify.annotations.NullMarked;
