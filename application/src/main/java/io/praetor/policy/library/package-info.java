/** Policy sets become a library by team, with its versions, its reloads and what changed. */
@NullMarked
package io.praetor.policy.library;

import org.jspecify.annotations.NullMarked;
