/** Reviews and the records they are about become patterns, candidates until a person approves. */
@NullMarked
package io.praetor.learning;

import org.jspecify.annotations.NullMarked;
