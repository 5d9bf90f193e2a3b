/** A request in any dialect goes in, a decision or a refusal comes out. */
@NullMarked
package io.praetor.serving.decide;

import org.jspecify.annotations.NullMarked;
